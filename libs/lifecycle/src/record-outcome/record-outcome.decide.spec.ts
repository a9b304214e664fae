import { describe, expect, test } from '@jest/globals';
import { applied, extended, given, granted, recordOutcome, rejected, started, terminated } from '../testing/index.ts';
import type { RecordOutcome } from './record-outcome.command.ts';
import { outcomeRecorded } from './record-outcome.events.ts';
import { SITUATION_CODE } from './situations.ts';

const running = [granted({ from: '2025-01-13', to: '2026-01-12' }), started('2025-01-13')];
const ended = [...running, terminated({ lastDay: '2025-05-30' })];
const today = '2025-06-30';
const work = (): Pick<RecordOutcome, 'situations' | 'mainIncome'> => ({ situations: ['ordinaryWork'], mainIncome: 'ordinaryWork' });

describe('recordOutcome', () => {
  test('one or more situations and one main income, sealed, in the order of the statistics', () => {
    given(...ended)
      .when(recordOutcome({ on: '2025-06-02', situations: ['education', 'ordinaryWork'], mainIncome: 'ordinaryWork' }), { today })
      .then({ type: 'OutcomeRecorded', data: { on: '2025-06-02' }, personal: { situations: ['ordinaryWork', 'education'] } });
  });

  test('from the day after the last day in the programme, about that day or later', () => {
    given(...ended)
      .when(recordOutcome({ on: '2025-05-30', ...work() }), { today: '2025-05-31' })
      .then({ type: 'OutcomeRecorded' });
    given(...ended)
      .when(recordOutcome({ on: '2025-05-30', ...work() }), { today: '2025-05-30' })
      .thenRefused('not-ended');
    given(...ended)
      .when(recordOutcome({ on: '2025-05-29', ...work() }), { today })
      .thenRefused('outcome-before-end');
    given(...ended)
      .when(recordOutcome({ on: '2025-07-01', ...work() }), { today })
      .thenRefused('date-in-future');
  });

  test('also when the programme ended by itself at the maximum', () => {
    // 13 January 2025 to 12 January 2027: two years.
    const maximum = given(...running, extended({ from: '2026-01-13', to: '2027-01-12' }));
    maximum.when(recordOutcome({ on: '2027-01-12', ...work() }), { today: '2027-01-13' }).then({
      type: 'OutcomeRecorded',
    });
    maximum.when(recordOutcome({ on: '2027-01-11', ...work() }), { today: '2027-01-13' }).thenRefused('outcome-before-end');
    maximum.when(recordOutcome({ on: '2027-01-12', ...work() }), { today: '2027-01-12' }).thenRefused('not-ended');
  });

  test('unknown stands alone', () => {
    const life = given(...ended);
    life
      .when(recordOutcome({ on: '2025-06-02', situations: ['unknown'], mainIncome: 'unknown' }), { today })
      .then({ type: 'OutcomeRecorded' });
    life
      .when(recordOutcome({ on: '2025-06-02', situations: ['unknown', 'education'], mainIncome: 'education' }), { today })
      .thenRefused('unknown-and-known');
  });

  test('once: the same again is nothing new, anything else is a correction', () => {
    const life = given(...ended, { ...outcomeRecorded.example, data: { on: '2025-06-02' } });
    const same = { situations: ['education', 'ordinaryWork'], mainIncome: 'ordinaryWork' } satisfies Partial<RecordOutcome>;
    life.when(recordOutcome({ on: '2025-06-02', ...same }), { today }).then();
    life.when(recordOutcome({ on: '2025-06-02', ...same, mainIncome: 'education' }), { today }).thenRefused('recorded-otherwise');
    expect(life.state.circumstances.outcome).toMatchObject([{ recordedIn: 4, mainIncome: 'ordinaryWork' }]);
  });

  test('not while it runs, and not when there was no programme', () => {
    given(...running)
      .when(recordOutcome({ on: '2025-05-30', ...work() }), { today })
      .thenRefused('not-ended');
    given(applied(), rejected('2025-01-20'))
      .when(recordOutcome({ on: '2025-05-30', ...work() }), { today })
      .thenRefused('not-ended');
  });

  test('the situations have the codes of KOSTRA 11CF in the order of its fields 42 to 51', () => {
    expect(Object.values(SITUATION_CODE)).toEqual(['01', '11', '03', '04', '13', '14', '15', '16', '10', '17']);
  });
});
