import { describe, expect, test } from '@jest/globals';
import { date } from '@kvp/calendar';
import type { Absence, Work } from '@kvp/lifecycle';
import { formatKroner } from '@kvp/money';
import type { StipendFacts } from './facts.ts';
import { child, facts, pause } from './fixture.ts';
import { schedule } from './schedule.ts';

/** Every decision as made where months are paid by twelfths. */
const byTwelfths = (of: StipendFacts): StipendFacts => ({
  ...of,
  paidPeriods: of.paidPeriods.map((decided) => ({ ...decided, monthModels: [{ from: decided.from, model: 'B' }] })),
});

const due = (of: StipendFacts, month: string): string | undefined => {
  const line = schedule(byTwelfths(of)).find((each) => each.month === month);
  return line === undefined ? undefined : formatKroner(line.amount);
};
const year = (more: Partial<StipendFacts> = {}): StipendFacts => facts('2026-01-01', '2026-12-31', more);
const deductions = (hours: number, ...days: readonly string[]) => days.map((on) => ({ recordedIn: 4, on: date(on), hours }));

describe('model B, a twelfth a month (decided point 30)', () => {
  test('rulebook § 5.2: the twelfths of 2008, 2015, 2024 and 2026', () => {
    expect(due(facts('2008-06-01', '2008-06-30', { birthDate: date('1980-01-01') }), '2008-06')).toBe('11709.33');
    expect(due(facts('2015-06-01', '2015-06-30'), '2015-06')).toBe('15011.33');
    expect([due(facts('2024-06-01', '2024-07-31'), '2024-06'), due(facts('2024-06-01', '2024-07-31'), '2024-07')]).toEqual([
      ...['20671.33', '21095.10'],
    ]);
    expect(due(year(), '2026-06')).toBe('23224.71');
  });

  test('is the same in every whole month at one rate, and says its name', () => {
    expect(['2026-06', '2026-07', '2026-09'].map((month) => due(year(), month))).toEqual(['23224.71', '23224.71', '23224.71']);
    expect(schedule(byTwelfths(year()))[0]?.model).toEqual({ name: 'B', version: 1 });
  });

  test('a part of a month pays its stipend days of the days of the month', () => {
    // 16 of 21 days: 278 696.509 / 12 × 16 / 21 = 17 695.0164
    expect(due(facts('2026-08-10', '2027-08-09'), '2026-08')).toBe('17695.02');
    // 5 of 22 days are interrupted: 23 224.7091 × 17 / 22 = 17 946.3661
    expect(due(year({ pauses: [pause('INTERRUPTION', '2026-06-15', '2026-06-19')] }), '2026-06')).toBe('17946.37');
  });

  test('a birthday splits the month by days', () => {
    // 23 224.70908 × (10 × 2/3 + 13) / 23 = 19 858.8092
    expect(due(year({ birthDate: date('2001-07-15') }), '2026-07')).toBe('19858.81');
  });

  test('the supplement is paid by the stipend day', () => {
    // 23 224.7091 + 22 × 38
    expect(due(year({ children: [child('2015-03-01')] }), '2026-06')).toBe('24060.71');
  });

  test('absence is taken at the day, never below zero', () => {
    // 23 224.7091 − 1 071.90965 × 3.5 / 7.5 = 22 724.4846
    expect(due(year({ deductions: deductions(3.5, '2026-06-10') }), '2026-06')).toBe('22724.48');
  });

  test('nothing is paid for a month of which no day is earned, though its days are fewer than a twelfth', () => {
    // February 2026 has 20 days: 265 656.56 / 12 = 22 138.05, and 20 × 1 021.76 = 20 435.12 would leave 1 702.93.
    const away: Absence = {
      ...{ recordedIn: 4, kind: 'unauthorised', provision: 'STL § 36', from: date('2026-02-01'), to: date('2026-02-28'), hours: null },
      ...{ evidence: null, withStipend: false, countsTowardDuration: true, replacedBy: null },
    };
    expect(due(year({ absences: [away] }), '2026-02')).toBe('0.00');
    expect(due(year({ pauses: [pause('INTERRUPTION', '2026-02-01', '2026-02-28')] }), '2026-02')).toBe('0.00');
    // July 2026 has 23 days: all but Wednesday the 1st missed are 22 × 1 071.90965 = 23 582.01, more than the twelfth.
    expect(due(year({ absences: [{ ...away, from: date('2026-07-02'), to: date('2026-07-31') }] }), '2026-07')).toBe('0.00');
  });

  test('work takes its share of the twelfth', () => {
    const work: Work = { recordedIn: 5, from: date('2026-01-01'), to: null, endedIn: null, hoursPerWeek: 15, apprenticeship: false };
    // 60 % of 23 224.7091 = 13 934.8254
    expect(due(year({ work: [work] }), '2026-06')).toBe('13934.83');
  });
});

test('decisions under different models meet in a month, each paying its days as it was decided', () => {
  const [spring, autumn] = [facts('2026-01-01', '2026-06-12').paidPeriods, facts('2026-06-15', '2026-12-31').paidPeriods];
  const later = autumn.map((decided) => ({ ...decided, decidedIn: 9, monthModels: [{ from: decided.from, model: 'B' as const }] }));
  const both = facts('2026-01-01', '2026-12-31', { paidPeriods: [...spring, ...later] });
  const [june, july] = ['2026-06', '2026-07'].map((month) => schedule(both).find((line) => line.month === month));
  // 10 days at 1 071.909650 and 12 of 22 of the twelfth, 23 224.70908: 10 719.09650 + 12 668.02313
  expect(june).toMatchObject({ amount: 2_338_712, model: { name: 'A+B', version: 1 } });
  expect(july).toMatchObject({ amount: 2_322_471, model: { name: 'B', version: 1 } });
});
