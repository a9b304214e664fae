import { expect, test } from '@jest/globals';
import { type Period, date } from '@kvp/calendar';
import fc from 'fast-check';
import type { StipendFacts } from './facts.ts';
import { monthOf, schedule } from './schedule.ts';
import { anyFacts } from './testing/any-facts.ts';
import { daysApart, factsWithin } from './within.ts';

/** The amounts of a schedule by line, those of 0 left out. */
const amounts = (facts: StipendFacts): Readonly<Record<string, number>> =>
  Object.fromEntries(schedule(facts).flatMap(({ month, payee, amount }) => (amount === 0 ? [] : [[`${month} ${payee}`, amount]])));

const wholeMonths = ({ from, to }: Period): Period => ({ from: from.with({ day: 1 }), to: to.with({ day: to.daysInMonth }) });
const isIn = ({ from, to }: Period, line: string): boolean => line.slice(0, 7) >= monthOf(from) && line.slice(0, 7) <= monthOf(to);
const only = (all: Readonly<Record<string, number>>, keep: (line: string) => boolean): Readonly<Record<string, number>> =>
  Object.fromEntries(Object.entries(all).filter(([line]) => keep(line)));

/** A reading of a case and another one that lacks some of its facts, and may have had others: those that stay are the same objects. */
const twoReadings = fc.tuple(anyFacts, anyFacts, fc.infiniteStream(fc.boolean()), fc.boolean()).map(([a, other, keeps, sameRest]) => {
  const some = <Fact>(facts: readonly Fact[]): readonly Fact[] => facts.filter(() => keeps.next().value === true);
  const lists = ['pauses', 'children', 'absences', 'deductions', 'work', 'benefits', 'maintenance', 'paidPeriods'] as const;
  const b = { ...(sameRest ? a : { ...a, absenceClause: other.absenceClause, birthDate: other.birthDate }) };
  return [
    a,
    Object.assign(b, Object.fromEntries(lists.map((name) => [name, [...some<unknown>(a[name]), ...some<unknown>(other[name])]]))),
  ] as const;
});

test('months that no day apart lies in pay the same in both readings, and the others follow from the facts that bear on them', () => {
  let compared = 0;
  fc.assert(
    fc.property(twoReadings, ([a, b]) => {
      const [was, is] = [amounts(a), amounts(b)];
      const apart = daysApart(a, b);
      if (apart === null) return expect(is).toEqual(was);
      const months = wholeMonths(apart);
      const outside = only(was, (line) => !isIn(months, line));
      compared += Object.keys(outside).length;
      expect(only(is, (line) => !isIn(months, line))).toEqual(outside);
      expect(only(is, (line) => isIn(months, line))).toEqual(amounts(factsWithin(b, months)));
    }),
    { numRuns: 300 },
  );
  expect(compared).toBeGreaterThan(0);
});

test('a reading is not apart from itself, and a single day of absence is apart on that day alone', () => {
  fc.assert(
    fc.property(anyFacts, (facts) => {
      expect(daysApart(facts, { ...facts })).toBeNull();
      const day = date('2024-03-04');
      const deduction = { recordedIn: 50, on: day, hours: 2 };
      expect(daysApart(facts, { ...facts, deductions: [...facts.deductions, deduction] })).toEqual({ from: day, to: day });
    }),
    { numRuns: 100 },
  );
});
