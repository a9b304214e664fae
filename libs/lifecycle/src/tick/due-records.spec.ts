import { describe, expect, test } from '@jest/globals';
import { type IsoDate, date, iso } from '@kvp/calendar';
import { foldCase } from '../evolve.ts';
import type { DomainEvent } from '../kernel/event.ts';
import { applied, extended, granted, interrupted, onLeave, resumed, started, terminated } from '../testing/index.ts';
import { statusAt } from '../timeline/status.ts';
import { dueRecords, nextRecordOn } from './due-records.ts';

const BORN = applied({ receivedOn: '2023-12-01' });
/** programme |======= 8 Jan 2024 – 7 Jan 2025 =======| two years end 7 Jan 2026, three 7 Jan 2027 */
const FIRST_YEAR: readonly DomainEvent[] = [BORN, granted({ from: '2024-01-08', to: '2025-01-07' }), started('2024-01-08')];
const TWO_YEARS = [...FIRST_YEAR, extended({ decidedOn: '2024-12-16', from: '2025-01-08', to: '2026-01-07' })];
const SPECIAL = extended({ decidedOn: '2025-12-15', from: '2026-01-08', to: '2026-06-30', withSpecialReasons: true });

const due = (history: readonly DomainEvent[], on: string) => dueRecords(foldCase(history), date(on));
const expired = (decidedUntil: IsoDate) => ({ type: 'PeriodExpiredWithoutDecision', version: 1, data: { decidedUntil }, personal: null });
const ended = (lastDay: IsoDate, countedDays: number, limit: string) => ({
  ...{ type: 'ProgrammeEndedByMaximum', version: 1 },
  ...{ data: { lastDay, countedDays }, personal: { limit } },
});

describe('a decision period that runs out (KVPF § 2; decided point 5)', () => {
  test('is recorded from the day after its last, and not on it', () => {
    expect(due(FIRST_YEAR, '2025-01-07')).toEqual([]);
    expect(due(FIRST_YEAR, '2025-01-08')).toEqual([expired('2025-01-07')]);
  });

  test('is recorded while the participant is away too: only a decision changes how far it is decided (decided point 4)', () => {
    const away = [...FIRST_YEAR, interrupted({ from: '2024-12-02' })];
    expect(due(away, '2025-01-08')).toEqual([expired('2025-01-07')]);
  });

  test('at two years, too, when an open pause has moved the maximum past its end', () => {
    const away = [...TWO_YEARS, onLeave({ from: '2026-01-05' })];
    expect(due(away, '2026-01-08')).toEqual([expired('2026-01-07')]);
  });

  test('is no lapse when it was extended, or the programme was ended, by its last day', () => {
    expect(due(TWO_YEARS, '2025-06-02')).toEqual([]);
    expect(due([...FIRST_YEAR, terminated({ decidedOn: '2025-01-07', lastDay: '2025-01-31' })], '2025-01-20')).toEqual([]);
    expect(due([...FIRST_YEAR, terminated({ lastDay: '2024-11-29' })], '2025-01-20')).toEqual([]);
  });

  test('was one when the end was decided the day after', () => {
    expect(due([...FIRST_YEAR, terminated({ decidedOn: '2025-01-08', lastDay: '2025-01-31' })], '2025-01-20')).toEqual([
      expired('2025-01-07'),
    ]);
  });

  test('is in the history already when a late extension has said so', () => {
    const late = extended({ decidedOn: '2025-01-20', from: '2025-01-08', to: '2025-12-31', afterLapse: true });
    expect(due([...FIRST_YEAR, late], '2025-02-03')).toEqual([]);
  });

  test('a programme that was granted and has not begun does not run out', () => {
    expect(due(FIRST_YEAR.slice(0, 2), '2025-03-03')).toEqual([]);
  });
});

describe('a programme that ends by itself (STL § 32; decided points 5 and 39)', () => {
  test('two counted years: recorded from the day after', () => {
    expect(due(TWO_YEARS, '2026-01-07')).toEqual([]);
    // 366 days of 2024 less 1–7 January, 365 of 2025, and seven days.
    expect(due(TWO_YEARS, '2026-01-08')).toEqual([ended('2026-01-07', 731, 'twoYears')]);
  });

  test('time away moves it, once the return has fixed it', () => {
    // Away 3–12 March 2025: ten days, to 17 January 2026.
    const away = [
      ...FIRST_YEAR,
      extended({ decidedOn: '2024-12-16', from: '2025-01-08', to: '2026-01-07' }),
      onLeave({ from: '2025-03-03' }),
      resumed('2025-03-13'),
      extended({ decidedOn: '2026-01-05', from: '2026-01-08', to: '2026-01-17' }),
    ];
    expect(due(away, '2026-01-17')).toEqual([]);
    expect(due(away, '2026-01-18')).toEqual([ended('2026-01-17', 731, 'twoYears')]);
  });

  test('a period for special reasons ends on its own day, and never after three years', () => {
    // 731 days, and 8 January to 30 June 2026: 174.
    expect(due([...TWO_YEARS, SPECIAL], '2026-07-01')).toEqual([ended('2026-06-30', 905, 'specialPeriod')]);
    const whole = extended({ decidedOn: '2025-12-15', from: '2026-01-08', to: '2027-01-07', withSpecialReasons: true });
    expect(due([...TWO_YEARS, whole], '2027-01-08')).toEqual([ended('2027-01-07', 1096, 'threeYears')]);
  });

  test('the day before the 67th birthday', () => {
    const [, ...rest] = TWO_YEARS;
    const old = [applied({ receivedOn: '2023-12-01', birthDate: '1958-09-15' }), ...rest];
    expect(due(old, '2025-09-14')).toEqual([]);
    // 359 days of 2024, and 257 up to 14 September 2025.
    expect(due(old, '2025-09-15')).toEqual([ended('2025-09-14', 616, 'upperAge')]);
  });

  test('one that was ended by then did not end by itself', () => {
    expect(due([...TWO_YEARS, terminated({ decidedOn: '2025-12-15', lastDay: '2026-01-07' })], '2026-01-08')).toEqual([]);
  });
});

test('a year of interruption ends nothing by itself, protected or not (decided point 16)', () => {
  const away = [
    ...FIRST_YEAR,
    extended({ decidedOn: '2024-12-16', from: '2025-01-08', to: '2026-01-07' }),
    interrupted({ from: '2024-06-03' }),
  ];
  expect(due(away, '2025-06-04')).toEqual([]);
  expect(due(away, '2026-01-07')).toEqual([]);
});

describe('what is recorded', () => {
  const LAPSED = [...FIRST_YEAR, ...due(FIRST_YEAR, '2025-01-08')];

  test('is not recorded again, on that day or any later', () => {
    for (const day of ['2025-01-07', '2025-01-08', '2025-06-02']) expect(due(LAPSED, day)).toEqual([]);
  });

  test('makes every earlier day past: time does not run backwards', () => {
    const late = extended({ decidedOn: '2025-01-20', from: '2025-01-08', to: '2025-01-31', afterLapse: true });
    const twice = [...LAPSED, late, ...due([...LAPSED, late], '2025-02-01')];
    expect(twice.at(-1)).toEqual(expired('2025-01-31'));
    // A fact that comes late would make an earlier day due; it is written on a day after what stands there, not before.
    const again = [...twice, terminated({ decidedOn: '2025-02-03', lastDay: '2025-03-31' })];
    expect(due(again, '2025-01-15')).toEqual([]);
  });

  test('does not change how the case stands on any day', () => {
    const recorded = [...TWO_YEARS, ...due(TWO_YEARS, '2026-02-02')];
    expect(recorded).toHaveLength(TWO_YEARS.length + 1);
    for (const [before, after] of [
      [FIRST_YEAR, LAPSED],
      [TWO_YEARS, recorded],
    ] as const)
      for (const day of ['2024-06-03', '2025-01-07', '2025-01-08', '2026-01-07', '2026-01-08', '2027-01-04'])
        expect(statusAt(foldCase(after), date(day))).toEqual(statusAt(foldCase(before), date(day)));
  });

  test('says when there is next something to write', () => {
    const next = (history: readonly DomainEvent[]) => {
      const day = nextRecordOn(foldCase(history));
      return day === null ? null : iso(day);
    };
    expect([next([BORN]), next(FIRST_YEAR), next(LAPSED), next(TWO_YEARS)]).toEqual([null, '2025-01-08', null, '2026-01-08']);
  });
});
