import { describe, expect, test } from '@jest/globals';
import type { IsoDate } from '@kvp/calendar';
import { applied, given, granted, recordBenefit, rejected, started, terminated } from '../testing/index.ts';
import type { BenefitKind } from './benefit-kinds.ts';
import { type BenefitRecorded, benefitRecorded } from './record-benefit.events.ts';

const running = [granted({ from: '2025-01-13', to: '2026-01-12' }), started('2025-01-13')];
const today = '2025-06-02';
const dagpenger = (days: { from: IsoDate; to?: IsoDate }, ends?: number): BenefitRecorded => ({
  ...benefitRecorded.example, // 312.50 a day
  data: { ...days, ...(ends === undefined ? {} : { ends }) },
});
const ask = (from: IsoDate, facts: { to?: IsoDate; kronerPerDay?: string; kind?: BenefitKind } = {}) =>
  recordBenefit({ kind: 'dagpenger', from, kronerPerDay: '312.50', ...facts });

describe('recordBenefit', () => {
  test('kroner become øre exactly, and all but the days is sealed', () => {
    // 0.29 × 100 is 28.999… in floating point.
    given(...running)
      .when(ask('2025-03-03', { kronerPerDay: '1234567.29' }), { today })
      .then({ type: 'BenefitRecorded', data: { from: '2025-03-03' }, personal: { kind: 'dagpenger', orePerDay: 123456729 } });
    expect(given(...running, dagpenger({ from: '2025-03-03' })).state.circumstances.benefits).toMatchObject([
      { recordedIn: 3, kind: 'dagpenger', orePerDay: 31250, to: null, reduces: true },
    ]);
  });

  test.each<[BenefitKind, IsoDate, boolean]>([
    ['dagpenger', '2025-03-03', true],
    ['sykepenger', '2025-03-03', true],
    ['foreldrepenger', '2025-03-03', true],
    ['aap', '2025-03-03', false],
    ['uforetrygd', '2025-03-03', false],
    ['overgangsstonad', '2025-03-03', false],
    ['barnepensjon', '2025-03-03', false],
    ['tiltakspenger', '2025-03-03', false],
    ['rehabiliteringspenger', '2008-03-03', true],
    ['rehabiliteringspenger', '2010-02-28', true],
    ['aap', '2010-03-01', false],
  ])('%s from %s is taken off the stipend: %s (STL § 38)', (kind, from, reduces) => {
    given(...running)
      .when(ask(from, { kind }), { today })
      .then({ type: 'BenefitRecorded', personal: { kind, reduces } });
  });

  test('the reform of 1 March 2010 put AAP in the place of rehabiliteringspenger', () => {
    given(...running)
      .when(ask('2010-03-01', { kind: 'rehabiliteringspenger' }), { today })
      .thenRefused('benefit-not-in-law');
    given(...running)
      .when(ask('2010-02-28', { kind: 'aap' }), { today })
      .thenRefused('benefit-not-in-law');
  });

  test('sent again it is nothing new; told again with its last day it ends', () => {
    const open = given(...running, dagpenger({ from: '2025-03-03' }));
    open.when(ask('2025-03-03'), { today }).then();
    open.when(ask('2025-03-03', { kronerPerDay: '312.5' }), { today }).then();
    open.when(ask('2025-03-03', { to: '2025-04-30' }), { today }).then({ type: 'BenefitRecorded', data: { to: '2025-04-30', ends: 3 } });
    const ended = given(...running, dagpenger({ from: '2025-03-03' }), dagpenger({ from: '2025-03-03', to: '2025-04-30' }, 3));
    expect(ended.state.circumstances.benefits).toMatchObject([{ recordedIn: 3, endedIn: 4 }]);
    ended.when(ask('2025-03-03'), { today }).thenRefused('recorded-otherwise');
  });

  test('of one kind there is one amount a day; other kinds add up', () => {
    const open = given(...running, dagpenger({ from: '2025-03-03' }));
    open.when(ask('2025-05-01', { kronerPerDay: '400' }), { today }).thenRefused('benefit-runs');
    open.when(ask('2025-05-01', { kind: 'sykepenger' }), { today }).then({ type: 'BenefitRecorded' });
    const ended = given(...running, dagpenger({ from: '2025-03-03', to: '2025-04-30' }));
    ended.when(ask('2025-04-30', { kronerPerDay: '400' }), { today }).thenRefused('benefit-runs');
    ended.when(ask('2025-05-01', { kronerPerDay: '400' }), { today }).then({ type: 'BenefitRecorded' });
  });

  test('within the life of the participant, in a case that is not rejected', () => {
    const life = given(applied({ receivedOn: '2025-01-06', birthDate: '1990-04-02' }), ...running);
    life.when(ask('1990-04-01', { to: '1990-03-31' }), { today }).thenRefused('before-birth', 'ends-before-it-starts');
    life.when(ask('2024-02-29'), { today }).then({ type: 'BenefitRecorded' });
    const dead = given(...running, terminated({ lastDay: '2025-05-12', reason: 'death' }));
    dead.when(ask('2025-05-12'), { today }).then({ type: 'BenefitRecorded' });
    dead.when(ask('2025-05-13'), { today }).thenRefused('after-death');
    given(applied(), rejected('2025-01-20')).when(ask('2025-03-03'), { today }).thenRefused('application-rejected');
  });
});
