import { describe, expect, test } from '@jest/globals';
import { type PlainDate, date, dayAfter, daysOf, isWeekday } from '@kvp/calendar';
import type { LegalForm } from '@kvp/lifecycle';
import { add, equals, fraction, multiply, roundToOre } from '@kvp/money';
import { SHIPPED_RATES } from '@kvp/rulebook';
import fc from 'fast-check';
import { type StipendDay, stipendDays } from './day.ts';
import type { StipendFacts } from './facts.ts';
import { child, facts, monthOfSchedule, pause } from './fixture.ts';
import { monthOf, schedule } from './schedule.ts';
import { samePay, stipendSegments } from './segment.ts';

const day = fc.nat(5 * 365).map((days) => date('2021-01-01').add({ days }));
const interval = (longest: number): fc.Arbitrary<{ from: PlainDate; to: PlainDate }> =>
  fc.tuple(day, fc.nat(longest)).map(([from, length]) => ({ from, to: from.add({ days: length }) }));
const form = fc.constantFrom<LegalForm>('LEAVE_WITH_STIPEND', 'LEAVE_WITHOUT_STIPEND', 'INTERRUPTION');

const anyPause = fc
  .tuple(form, interval(200), fc.boolean())
  .map(([legalForm, { from, to }, open]) => pause(legalForm, from.toString(), open ? null : to.toString()));
const anyChild = fc.tuple(fc.nat(20 * 365), day, fc.option(fc.nat(800))).map(([age, from, length]) => ({
  birthDate: date('2026-01-01').subtract({ days: age }),
  from,
  to: length === null ? null : from.add({ days: length }),
}));

/** Lives around 25 with any number of decisions, pauses and children, over the rate changes of 2021 to 2026. */
const anyFacts: fc.Arbitrary<StipendFacts> = fc.record({
  birthDate: fc.nat(3000).map((days) => date('1996-01-01').add({ days })),
  paidPeriods: fc.array(interval(365), { minLength: 1, maxLength: 3 }),
  pauses: fc.array(anyPause, { maxLength: 4 }),
  children: fc.array(anyChild, { maxLength: 3 }),
});

/** The definition, day by day: a run goes on while the next record is equal and in the same month. */
function runsOf(days: readonly StipendDay[]): StipendDay[][] {
  const runs: StipendDay[][] = [];
  for (const next of days) {
    const last = runs.at(-1)?.at(-1);
    const goesOn = last?.state === next.state && samePay(last.pay, next.pay) && monthOf(last.date) === monthOf(next.date);
    if (goesOn) runs.at(-1)?.push(next);
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
          pay: run[0]!.pay,
        }));
        expect(stipendSegments(of)).toEqual(byDay);
      }),
      { numRuns: 60 },
    );
  });

  test('do not depend on the order of the facts', () => {
    fc.assert(
      fc.property(anyFacts, (of) => {
        const reversed = {
          ...of,
          paidPeriods: [...of.paidPeriods].reverse(),
          pauses: [...of.pauses].reverse(),
          children: [...of.children].reverse(),
        };
        expect(schedule(reversed)).toEqual(schedule(of));
      }),
      { numRuns: 60 },
    );
  });

  test('a child comes of age as another arrives: equal days stay one run', () => {
    // One turns 18 on Wednesday 10 June 2026, the other is supported from that day.
    const swapped = facts('2026-06-01', '2026-06-30', { children: [child('2008-06-10'), child('2015-01-01', '2026-06-10')] });
    expect(stipendSegments(swapped)).toMatchObject([{ days: 22, pay: { children: 1 } }]);
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
        for (const line of schedule(of)) {
          const pays = (days.get(line.month) ?? []).flatMap(({ pay }) => (pay === null ? [] : [pay]));
          const due = add(...pays.flatMap(({ daily, supplement }) => [daily, supplement]));
          expect(line.stipendDays).toBe(pays.length);
          expect(line.amount).toBe(roundToOre(due));
        }
      }),
      { numRuns: 60 },
    );
  });

  test('pays no øre without a row of the rulebook, in force that day', () => {
    fc.assert(
      fc.property(anyFacts, (of) => {
        for (const { from, pay } of stipendSegments(of)) {
          if (pay === null) continue;
          const rows = [pay.G, pay.factor, pay.daysPerYear, pay.childRate, ...(pay.ageFraction === null ? [] : [pay.ageFraction])];
          for (const row of rows) {
            expect(SHIPPED_RATES[row.kind]).toContain(row);
            expect(Temporal.PlainDate.compare(row.effectiveFrom, from)).toBeLessThanOrEqual(0);
          }
          const share = pay.ageFraction?.value ?? fraction(1);
          expect(equals(multiply(pay.daily, pay.daysPerYear.value), multiply(pay.G.value, pay.factor.value, share))).toBe(true);
          expect(equals(pay.supplement, multiply(pay.childRate.value, fraction(pay.children)))).toBe(true);
        }
      }),
      { numRuns: 60 },
    );
  });

  test('pays a whole month the same, however it is cut into decisions', () => {
    const [whole, cut] = [facts('2026-06-01', '2026-06-30'), facts('2026-06-01', '2026-06-10')];
    const rest = facts('2026-06-11', '2026-06-30').paidPeriods;
    const together = { ...cut, paidPeriods: [...cut.paidPeriods, ...rest] };
    expect(monthOfSchedule(together, '2026-06')).toEqual(monthOfSchedule(whole, '2026-06'));
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
      { numRuns: 60 },
    );
  });
});
