import { describe, expect, test } from '@jest/globals';
import { date } from '@kvp/calendar';
import type { AnnouncedRate } from '@kvp/rulebook';
import { type AnnounceRate, announcedRows, decideAnnouncement, decideWithdrawal } from './rates.decide.ts';
import { rateAnnounced, rateWithdrawn } from './rates.events.ts';

const TODAY = date('2027-05-25');
const G_2027: AnnounceRate = { kind: 'G', effectiveFrom: '2027-05-01', knownFrom: '2027-05-21', value: '140000', source: 'FOR-2027' };

const codes = (rate: Partial<AnnounceRate>, rows: readonly AnnouncedRate[] = []): readonly string[] =>
  decideAnnouncement(rows, { ...G_2027, ...rate }, TODAY).refusals?.map(({ code }) => code) ?? [];

describe('a rate', () => {
  test('is announced with the provision of its kind, unless it names another', () => {
    expect(decideAnnouncement([], G_2027, TODAY).events).toEqual([
      { type: 'RateAnnounced', version: 1, data: { ...G_2027, provision: 'FTL § 1-4' }, personal: null },
    ]);
    expect(decideAnnouncement([], { ...G_2027, provision: 'FTL § 1-4 annet ledd' }, TODAY).events).toMatchObject([
      { data: { provision: 'FTL § 1-4 annet ledd' } },
    ]);
  });

  test('that says the same as one that stands is no news', () => {
    expect(decideAnnouncement([G_2027], { ...G_2027, knownFrom: '2027-05-22' }, TODAY).events).toEqual([]);
    expect(decideAnnouncement([], { ...G_2027, effectiveFrom: '2026-05-01', value: '136549' }, TODAY).events).toEqual([]);
  });

  test('that says otherwise than the release, also inside its timeline, is refused with what stands', () => {
    expect(decideAnnouncement([], { ...G_2027, effectiveFrom: '2025-09-01' }, TODAY).refusals).toEqual([
      {
        code: 'rate-disagrees-with-release',
        provision: 'FTL § 1-4',
        message: 'Grunnbeløpet er 130160 fra 1. september 2025 etter regelboken som følger med systemet.',
        remedy:
          'Kunngjør bare satser som gjelder fra en senere dag enn den siste i regelboken. Er regelboken feil, må systemet oppdateres.',
      },
    ]);
    const factor = { kind: 'factor', effectiveFrom: '2024-07-01', value: '2.1' } as const;
    expect(decideAnnouncement([], { ...G_2027, ...factor }, TODAY).refusals?.[0]?.message).toMatch(/^Stønadsfaktoren er 2,041 fra/);
  });

  test('that says otherwise than an announced one is refused', () => {
    expect(codes({ value: '141000' }, [G_2027])).toEqual(['rate-disagrees-with-announced']);
  });

  test('counts from any later day, also one that is long settled', () => {
    expect(codes({ effectiveFrom: '2026-06-01', knownFrom: '2027-05-21' })).toEqual([]);
  });

  test('is not announced before it is fixed, nor for a mistyped year', () => {
    expect(codes({ knownFrom: '2027-05-26' })).toEqual(['rate-not-known-yet']);
    expect(codes({ effectiveFrom: '2207-05-01' })).toEqual(['too-far-ahead']);
  });
});

test.each<[Partial<AnnounceRate>, string]>([
  [{ value: '0' }, 'nothing'],
  [{ value: '140000.5' }, 'half a krone of G'],
  [{ value: '280001/2' }, 'half a krone of G, as a fraction'],
  [{ value: '1/0' }, 'no number'],
  [{ kind: 'childRate', value: '39.005' }, 'half an øre'],
  [{ kind: 'under25Fraction', value: '3/2' }, 'more than all'],
  [{ kind: 'daysPerYear', value: '260.5' }, 'half a day'],
])('%j is of the wrong form: %s', (rate) => {
  expect(codes(rate)).toEqual(['rate-of-wrong-form']);
});

test.each<[AnnounceRate['kind'], string]>([
  ['childRate', '39.50'],
  ['factor', '2.1005'],
  ['under25Fraction', '3/4'],
  ['daysPerYear', '261'],
])('%s may be %s', (kind, value) => {
  expect(codes({ kind, value })).toEqual([]);
});

test('a lost or an added digit is seen', () => {
  // 136 549 stands: a fifth of it is 27 309.8, five times it 682 745.
  expect([codes({ value: '14000' }), codes({ value: '1400000' })]).toEqual([['rate-implausible'], ['rate-implausible']]);
  expect([codes({ value: '27310' }), codes({ value: '682745' })]).toEqual([[], []]);
});

describe('a withdrawal', () => {
  const recorded = [
    { event: rateAnnounced.example, recordedOn: date('2027-05-25') },
    { event: rateWithdrawn.example, recordedOn: date('2027-05-28') },
  ];

  test('leaves the row with the day that it ceased to count', () => {
    expect(announcedRows(recorded.slice(0, 1))).toEqual([{ ...rateAnnounced.example.data, announcedIn: 0, announcedOn: '2027-05-25' }]);
    expect(announcedRows(recorded)).toMatchObject([{ announcedIn: 0, withdrawnOn: '2027-05-28' }]);
  });

  test('is made once, of an announcement that there is', () => {
    const [standing, withdrawn] = [announcedRows(recorded.slice(0, 1)), announcedRows(recorded)];
    expect(decideWithdrawal(standing, { announcement: 0, reason: 'feil' }).events).toMatchObject([{ type: 'RateWithdrawn' }]);
    expect(decideWithdrawal(withdrawn, { announcement: 0, reason: 'feil' }).events).toEqual([]);
    expect(decideWithdrawal(standing, { announcement: 1, reason: 'feil' }).refusals?.map(({ code }) => code)).toEqual([
      'rate-not-announced',
    ]);
  });

  test('lets the right value be announced for the same day', () => {
    expect(codes({ value: '141000' }, announcedRows(recorded))).toEqual([]);
  });
});
