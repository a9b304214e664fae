import { expect, test } from '@jest/globals';
import { type PlainDate, contains, daysOf, isWeekday } from '@kvp/calendar';
import {
  type Fraction,
  ONE,
  ZERO,
  add,
  compare,
  divide,
  equals,
  fraction,
  multiply,
  printFraction,
  roundToOre,
  subtract,
} from '@kvp/money';
import fc from 'fast-check';
import { anyFacts, reversed } from './testing/any-facts.ts';
import { scheduleChange } from './change.ts';
import { type StipendDay, stipendDays } from './day.ts';
import type { StipendFacts } from './facts.ts';
import { pause } from './fixture.ts';
import { monthOf, schedule } from './schedule.ts';

/** Lives a property: two thousand in all. */
const RUNS = 200;

/** Every revision that a fact of the life stands in. */
const revisionsOf = ({ paidPeriods, pauses, children, absences, deductions, work, benefits, maintenance }: StipendFacts) =>
  new Set([
    ...[...paidPeriods, ...pauses].map(({ decidedIn }) => decidedIn),
    ...[...children, ...absences, ...deductions, ...work, ...benefits, ...maintenance].map(({ recordedIn }) => recordedIn),
  ]);

/** Every revision that a day names. */
const namedBy = ({ decidedIn, because, pay }: StipendDay): readonly number[] => [
  ...(decidedIn === null ? [] : [decidedIn]),
  ...(because === null ? [] : [because.recordedIn]),
  ...(pay === null ? [] : [...pay.childrenIn, ...pay.reductions.flatMap(({ recordedIn }) => recordedIn)]),
  ...(pay === null || pay.claimedIn === null ? [] : [pay.claimedIn]),
];

const isInterrupted = ({ pauses }: StipendFacts, day: PlainDate): boolean =>
  pauses.some(
    ({ legalForm, from, resumedOn }) =>
      legalForm === 'INTERRUPTION' && contains({ from, to: resumedOn?.subtract({ days: 1 }) ?? day.add({ days: 1 }) }, day),
  );

/** What is wrong with a day, in a word each: nothing. */
function faultsOf(day: StipendDay, revisions: ReadonlySet<number>): readonly string[] {
  const { decidedIn, because, pay } = day;
  const fault = (isOne: boolean, what: string): readonly string[] => (isOne ? [`${String(day.date)}: ${what}`] : []);
  const unknown = fault(!namedBy(day).every((revision) => revisions.has(revision)), 'names an event that is none of its life');
  if (pay === null) return [...unknown, ...fault(decidedIn !== null && because === null, 'pays nothing without a reason')];
  const { daily, supplement, paid, reductions, childrenIn, children } = pay;
  const taken = (part: 'stipend' | 'supplement'): Fraction => sumOf(reductions.map((each) => each[part]));
  return [
    ...unknown,
    ...fault(decidedIn === null, 'pays without a decision'),
    ...fault(childrenIn.length !== children, 'counts a child that nobody recorded'),
    // What is left and what was taken are the whole, and neither is below nothing.
    ...fault(!equals(add(paid.stipend, taken('stipend')), daily), 'the stipend does not add up'),
    ...fault(!equals(add(paid.supplement, taken('supplement')), supplement), 'the supplement does not add up'),
    ...fault(compare(paid.stipend, ZERO) < 0 || compare(paid.supplement, ZERO) < 0, 'is below nothing'),
    ...fault(
      !reductions.every(({ rule, recordedIn }) => rule.provision !== '' && recordedIn.length > 0),
      'takes something without a ground',
    ),
  ];
}

test('every day resolves: to a decision, and to the events and rows behind each krone', () => {
  fc.assert(
    fc.property(anyFacts, (of) => {
      const revisions = revisionsOf(of);
      expect(stipendDays(of).flatMap((day) => faultsOf(day, revisions))).toEqual([]);
    }),
    { numRuns: RUNS },
  );
});

test('an interruption never pays, whatever else is told of its days', () => {
  fc.assert(
    fc.property(anyFacts, (of) => {
      expect(stipendDays(of).filter(({ date, pay }) => pay !== null && isInterrupted(of, date))).toEqual([]);
    }),
    { numRuns: RUNS },
  );
});

test('a pause or an absence told twice takes no more than told once', () => {
  fc.assert(
    fc.property(anyFacts, (of) => {
      const whole = of.absences.filter(({ hours }) => hours === null);
      const twice = { ...of, pauses: [...of.pauses, ...of.pauses], absences: [...of.absences, ...whole] };
      expect(scheduleChange(of, twice)).toEqual({ months: [], days: [] });
    }),
    { numRuns: RUNS },
  );
});

/** The Monday-to-Friday days of the month of a day. */
const weekdaysOf = (day: PlainDate): number =>
  [...daysOf({ from: day.with({ day: 1 }), to: day.with({ day: day.daysInMonth }) })].filter(isWeekday).length;

/** What a day gives its month under model B: its part of the twelfth that work leaves, less what is taken of the day. Decided point 30. */
function ofTwelfth({ date: day, pay }: StipendDay): Fraction {
  if (pay === null) return ZERO;
  const part = divide(multiply(pay.daily, pay.daysPerYear.value), fraction(12 * weekdaysOf(day)));
  const taken = (isWork: boolean): Fraction =>
    sumOf(pay.reductions.filter(({ kind }) => (kind === 'WORK') === isWork).map(({ stipend }) => stipend));
  return subtract(multiply(part, subtract(ONE, divide(taken(true), pay.daily))), taken(false));
}

const sumOf = (all: readonly Fraction[]): Fraction => add(...all);
const stipendOf = (days: readonly StipendDay[]): readonly Fraction[] => days.flatMap(({ pay }) => (pay === null ? [] : [pay.paid.stipend]));

/** The stipend of a month out of its days, one by one. */
function monthOfDays(days: readonly StipendDay[]): Fraction {
  const [byDay, byTwelfths] = [days.filter(({ model }) => model === 'A'), days.filter(({ model }) => model === 'B')];
  const isEarned = stipendOf(byTwelfths).some((kroner) => compare(kroner, ZERO) > 0);
  const twelfths = isEarned ? sumOf(byTwelfths.map(ofTwelfth)) : ZERO;
  return add(sumOf(stipendOf(byDay)), compare(twelfths, ZERO) < 0 ? ZERO : twelfths);
}

test('days sum to months under either model, and every krone goes to one payee', () => {
  const models = new Set<string>();
  fc.assert(
    fc.property(anyFacts, (of) => {
      const days = Map.groupBy(stipendDays(of), ({ date: day }) => monthOf(day));
      const lines = Map.groupBy(schedule(of), ({ month }) => month);
      for (const [month, line] of lines) {
        models.add(line[0]?.model.name ?? '');
        const ofMonth = days.get(month) ?? [];
        const supplements = ofMonth.flatMap(({ pay }) => (pay === null ? [] : [pay.paid.supplement]));
        expect(printFraction(sumOf(line.map(({ exact }) => exact)))).toBe(printFraction(add(monthOfDays(ofMonth), ...supplements)));
        for (const { exact, amount } of line) expect([compare(exact, ZERO) >= 0, amount]).toEqual([true, roundToOre(exact)]);
      }
    }),
    { numRuns: RUNS },
  );
  expect([...models].sort()).toEqual(['A', 'A+B', 'B']);
});

test('what is due does not depend on the order that its facts came in', () => {
  const due = (of: StipendFacts) => schedule(of).map(({ month, payee, amount, stipendDays: days }) => [month, payee, amount, days]);
  fc.assert(
    fc.property(anyFacts, (of) => expect(due(reversed(of))).toEqual(due(of))),
    { numRuns: RUNS },
  );
});

test('paid by the day, an interruption never adds to a month, and by twelfths a month of interruption pays nothing', () => {
  fc.assert(
    fc.property(anyFacts, fc.nat(300), fc.nat(60), (of, after, length) => {
      const first = of.paidPeriods[0]?.from ?? of.birthDate;
      const from = first.add({ days: after });
      const interrupted = { ...of, pauses: [...of.pauses, pause('INTERRUPTION', String(from), String(from.add({ days: length })))] };
      const before = new Map(schedule(of).map((line) => [`${line.month} ${line.payee}`, line]));
      for (const { month, payee, amount, model, segments } of schedule(interrupted)) {
        const was = before.get(`${month} ${payee}`);
        if (model.name === 'A') expect(amount).toBeLessThanOrEqual(was?.amount ?? 0);
        if (segments.every(({ pay }) => pay === null)) expect(amount).toBe(0);
      }
    }),
    { numRuns: RUNS },
  );
});

test('computed anew with nothing new there is nothing more to pay, and what the dry run shows is the difference of the lines', () => {
  fc.assert(
    fc.property(anyFacts, anyFacts, (before, after) => {
      expect(scheduleChange(before, before)).toEqual({ months: [], days: [] });
      const sum = (of: StipendFacts): number => schedule(of).reduce((total, { amount }) => total + amount, 0);
      const ore = (kroner: string): number => Number(kroner.replace('.', ''));
      const shown = scheduleChange(before, after).months.reduce((total, month) => total + ore(month.after) - ore(month.before), 0);
      expect(shown).toBe(sum(after) - sum(before));
    }),
    { numRuns: RUNS },
  );
});

test('a day that is in no period of a decision is no stipend day', () => {
  fc.assert(
    fc.property(anyFacts, (of) => {
      const covered = (day: PlainDate): boolean => of.paidPeriods.some((period) => contains(period, day));
      expect(stipendDays(of).filter(({ date, decidedIn }) => (decidedIn !== null) !== covered(date))).toEqual([]);
    }),
    { numRuns: RUNS },
  );
});
