import { type PlainDate, dayAfter, isBefore, isSame, reachesAge } from '@kvp/calendar';
import { type CaseState, duration } from '@kvp/lifecycle';
import { type Rule, UPPER_AGE } from '@kvp/rulebook';
import { type Deadlines, type LawAt, deadline } from '../deadline.ts';
import { NEVER, certainLastDay, overOn } from '../over.ts';

/**
 * The last day of the programme: two counted years, three when the decision reaches beyond them, or the day before the 67th birthday.
 * STL §§ 29 and 32; decided points 3, 13 and 27. While a pause that does not count is open the maximum moves a day with every day and
 * cannot be reached, so that nothing is told until the return fixes it; an end that the pause does not move is told all the same.
 */
export const maximum: Deadlines = (state, lawAt) => {
  if (state.start === null) return [];
  const last = state.decisionPeriods.at(-1);
  const due = certainLastDay(state) ?? fixedTwoYears(state);
  if (due === null || last === undefined) return [];
  const beyond = last.beyondTwoYears !== undefined;
  const byAge = isBirthdayNext(state, due);
  return [
    deadline({
      kind: 'maximum',
      due,
      provision: limit(lawAt, due, byAge, beyond).provision,
      // Beyond two years only for special reasons, and beyond three or 67 not at all: there the certificate is what is left to do.
      settledBy: beyond || byAge ? 'issueCertificate' : 'extend',
      settledOn: overOn(state),
    }),
  ];
};

function fixedTwoYears(state: CaseState): PlainDate | null {
  const { maxEnd } = duration(state, NEVER);
  return maxEnd !== null && isBefore(maxEnd, NEVER) ? maxEnd : null;
}

const isBirthdayNext = ({ application }: CaseState, day: PlainDate): boolean =>
  application !== null && isSame(dayAfter(day), reachesAge(application.birthDate, UPPER_AGE));

function limit(lawAt: LawAt, due: PlainDate, byAge: boolean, beyond: boolean): Rule<number> {
  const { entry, duration: years } = lawAt(due);
  if (byAge) return entry.upperAge;
  return beyond ? years.absoluteYears : years.ordinaryYears;
}
