import { expect, test } from '@jest/globals';
import { type PlainDate, contains } from '@kvp/calendar';
import { ZERO, add, compare, equals, subtract } from '@kvp/money';
import fc from 'fast-check';
import { anyFacts } from './testing/any-facts.ts';
import { scheduleChange } from './change.ts';
import { type StipendDay, stipendDays } from './day.ts';
import type { StipendFacts } from './facts.ts';
import { schedule } from './schedule.ts';

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

test('every day resolves: to a decision, and to the events and rows behind each krone', () => {
  fc.assert(
    fc.property(anyFacts, (of) => {
      const revisions = revisionsOf(of);
      for (const day of stipendDays(of)) {
        for (const revision of namedBy(day)) expect(revisions).toContain(revision);
        if (day.pay === null) {
          expect(day.decidedIn === null || day.because !== null).toBe(true);
          continue;
        }
        expect(day.decidedIn).not.toBeNull();
        const { daily, supplement, paid, reductions, childrenIn, children } = day.pay;
        expect(childrenIn).toHaveLength(children);
        // What is left and what was taken are the whole, and neither is below nothing.
        expect(equals(add(paid.stipend, ...reductions.map(({ stipend }) => stipend)), daily)).toBe(true);
        expect(equals(add(paid.supplement, ...reductions.map((taken) => taken.supplement)), supplement)).toBe(true);
        for (const kroner of [paid.stipend, paid.supplement]) expect(compare(kroner, ZERO)).toBeGreaterThanOrEqual(0);
        for (const { rule, recordedIn } of reductions) expect([rule.provision !== '', recordedIn.length > 0]).toEqual([true, true]);
      }
    }),
    { numRuns: 25 },
  );
});

test('an interruption never pays, whatever else is told of its days', () => {
  fc.assert(
    fc.property(anyFacts, (of) => {
      for (const { date, pay } of stipendDays(of)) if (isInterrupted(of, date)) expect(pay).toBeNull();
    }),
    { numRuns: 25 },
  );
});

test('a pause or an absence told twice takes no more than told once', () => {
  fc.assert(
    fc.property(anyFacts, (of) => {
      const whole = of.absences.filter(({ hours }) => hours === null);
      const twice = { ...of, pauses: [...of.pauses, ...of.pauses], absences: [...of.absences, ...whole] };
      expect(scheduleChange(of, twice)).toEqual({ months: [], days: [] });
    }),
    { numRuns: 25 },
  );
});

test('a krone goes to one payee: the lines of a month are its days', () => {
  fc.assert(
    fc.property(anyFacts, (of) => {
      const days = stipendDays(of).flatMap(({ pay }) => (pay === null ? [] : [pay.paid.stipend, pay.paid.supplement]));
      const lines = schedule(of).map(({ exact }) => exact);
      expect(equals(subtract(add(...days), add(...lines)), ZERO)).toBe(true);
    }),
    { numRuns: 25 },
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
    { numRuns: 25 },
  );
});

test('a day that is in no period of a decision is no stipend day', () => {
  fc.assert(
    fc.property(anyFacts, (of) => {
      const covered = (day: PlainDate): boolean => of.paidPeriods.some((period) => contains(period, day));
      for (const { date, decidedIn } of stipendDays(of)) expect(decidedIn !== null).toBe(covered(date));
    }),
    { numRuns: 30 },
  );
});
