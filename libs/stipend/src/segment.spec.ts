import { describe, expect, test } from '@jest/globals';
import { date, dayAfter, daysOf, isAfter, isWeekday } from '@kvp/calendar';
import { type Fraction, ZERO, add, equals, fraction, multiply, roundToOre } from '@kvp/money';
import { SHIPPED_RATES } from '@kvp/rulebook';
import fc from 'fast-check';
import { anyFacts } from './testing/any-facts.ts';
import { type DayPay, type StipendDay, stipendDays } from './day.ts';
import { child, facts, monthOfSchedule } from './fixture.ts';
import type { Payee } from './payee.ts';
import { monthOf, schedule } from './schedule.ts';
import { sameDay, stipendSegments } from './segment.ts';

/** What of a day's pay goes to a payee. */
function paidTo(payee: Payee, { paid, claimedIn }: DayPay): Fraction {
  const supplementTo: Payee = claimedIn === null ? 'participant' : 'collectionAgency';
  return add(payee === 'participant' ? paid.stipend : ZERO, payee === supplementTo ? paid.supplement : ZERO);
}

/** The definition, day by day: a run goes on while the next record is equal and in the same month. */
function runsOf(days: readonly StipendDay[]): StipendDay[][] {
  const runs: StipendDay[][] = [];
  for (const next of days) {
    const last = runs.at(-1)?.at(-1);
    if (last !== undefined && sameDay(last, next) && monthOf(last.date) === monthOf(next.date)) runs.at(-1)?.push(next);
    else runs.push([next]);
  }
  return runs;
}

describe('segments', () => {
  test('are the days, run by run', () => {
    fc.assert(
      fc.property(anyFacts, (of) => {
        const byDay = runsOf(stipendDays(of)).map((run) => ({
          from: run[0]!.date,
          to: run.at(-1)!.date,
          days: run.length,
          state: run[0]!.state,
          decidedIn: run[0]!.decidedIn,
          model: run[0]!.model,
          because: run[0]!.because,
          pay: run[0]!.pay,
        }));
        expect(stipendSegments(of)).toEqual(byDay);
      }),
      { numRuns: 100 },
    );
  });

  test('a child comes of age as another arrives: equal days stay one run, unless they rest on another event', () => {
    // One turns 18 on Wednesday 10 June 2026, the other is supported from that day.
    const [older, younger] = [child('2008-06-10'), child('2015-01-01', '2026-06-10')];
    const swapped = (recordedIn: number) => facts('2026-06-01', '2026-06-30', { children: [older, { ...younger, recordedIn }] });
    expect(stipendSegments(swapped(older.recordedIn))).toMatchObject([{ days: 22, pay: { children: 1 } }]);
    expect(stipendSegments(swapped(7))).toMatchObject([
      { days: 7, pay: { childrenIn: [2] } },
      { days: 15, pay: { childrenIn: [7] } },
    ]);
  });

  test('a birthday on a Saturday changes Monday', () => {
    // 11 July 2026 is a Saturday.
    const turning25 = facts('2026-07-01', '2026-07-31', { birthDate: date('2001-07-11') });
    expect(stipendSegments(turning25).map(({ from, to }) => [from.toString(), to.toString()])).toEqual([
      ['2026-07-01', '2026-07-10'],
      ['2026-07-13', '2026-07-31'],
    ]);
  });
});

describe('the schedule', () => {
  test('pays the sum of the days of each month, rounded once', () => {
    fc.assert(
      fc.property(anyFacts, (of) => {
        const days = Map.groupBy(stipendDays(of), (d) => monthOf(d.date));
        // A month by twelfths is not the sum of what its days pay: schedule.properties.spec.ts adds those up.
        for (const line of schedule(of).filter(({ model }) => model.name === 'A')) {
          const pays = (days.get(line.month) ?? []).flatMap(({ pay }) => (pay === null ? [] : [paidTo(line.payee, pay)]));
          expect(line.amount).toBe(roundToOre(add(...pays)));
        }
      }),
      { numRuns: 100 },
    );
  });

  test('pays no øre without a row of the rulebook, in force that day', () => {
    fc.assert(
      fc.property(anyFacts, (of) => {
        for (const { from, pay } of stipendSegments(of)) {
          if (pay === null) continue;
          const rows = [pay.G, pay.factor, pay.daysPerYear, pay.childRate, ...(pay.ageFraction === null ? [] : [pay.ageFraction])];
          const isInForce = (row: (typeof rows)[number]): boolean =>
            SHIPPED_RATES[row.kind].includes(row) && !isAfter(row.effectiveFrom, from);
          expect(rows.every(isInForce)).toBe(true);
          const share = pay.ageFraction?.value ?? fraction(1);
          expect(equals(multiply(pay.daily, pay.daysPerYear.value), multiply(pay.G.value, pay.factor.value, share))).toBe(true);
          expect(equals(pay.supplement, multiply(pay.childRate.value, fraction(pay.children)))).toBe(true);
        }
      }),
      { numRuns: 100 },
    );
  });

  test('pays a whole month the same, however it is cut into decisions', () => {
    const [whole, cut] = [facts('2026-06-01', '2026-06-30'), facts('2026-06-01', '2026-06-10')];
    const rest = facts('2026-06-11', '2026-06-30').paidPeriods;
    const together = { ...cut, paidPeriods: [...cut.paidPeriods, ...rest] };
    expect(monthOfSchedule(together, '2026-06')).toEqual(monthOfSchedule(whole, '2026-06'));
    const extended = { ...cut, paidPeriods: [...cut.paidPeriods, ...rest.map((days) => ({ ...days, decidedIn: 4 }))] };
    expect(monthOfSchedule(extended, '2026-06').exact).toEqual(monthOfSchedule(whole, '2026-06').exact);
    expect(monthOfSchedule(extended, '2026-06').segments.map(({ decidedIn }) => decidedIn)).toEqual([1, 4]);
  });

  test('has every Monday-to-Friday day of its span, each once', () => {
    fc.assert(
      fc.property(anyFacts, (of) => {
        const segments = stipendSegments(of);
        const covered = segments.flatMap((segment) => [...daysOf(segment)].filter(isWeekday).map(String));
        expect(new Set(covered).size).toBe(covered.length);
        for (const [i, next] of segments.slice(1).entries())
          expect([...daysOf({ from: dayAfter(segments[i]!.to), to: next.from })].filter(isWeekday)).toHaveLength(1);
      }),
      { numRuns: 100 },
    );
  });
});
