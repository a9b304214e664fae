import { type PlainDate, dayAfter, isSame, reachesAge } from '@kvp/calendar';
import { type CaseState, NEVER, type Start, duration, lastDayByLaw } from '@kvp/lifecycle';
import { type Rule, UPPER_AGE } from '@kvp/rulebook';
import { type Deadlines, type LawAt, deadline } from '../deadline.ts';
import { overOn } from '../over.ts';

/**
 * The last day of the programme: two counted years, three when the decision reaches beyond them, or the day before the 67th birthday.
 * STL §§ 29 and 32; decided points 3, 13 and 27. While a pause that does not count is open the maximum moves a day with every day and
 * cannot be reached, so that nothing is told until the return fixes it; an end that the pause does not move is told all the same.
 */
export const maximum: Deadlines = (state, lawAt) => {
  const last = state.decisionPeriods.at(-1);
  if (state.start === null || last === undefined) return [];
  const due = lastDayByLaw(state, NEVER) ?? fixedTwoYears(state, state.start);
  if (due === null) return [];
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

/** Two counted years, when no open pause moves them: they are the same before it as if it lasted. */
function fixedTwoYears(state: CaseState, { on }: Start): PlainDate | null {
  const { maxEnd: soonest } = duration(state, on);
  const { maxEnd: latest } = duration(state, NEVER);
  return soonest !== null && latest !== null && isSame(soonest, latest) ? latest : null;
}

const isBirthdayNext = ({ application }: CaseState, day: PlainDate): boolean =>
  application !== null && isSame(dayAfter(day), reachesAge(application.birthDate, UPPER_AGE));

function limit(lawAt: LawAt, due: PlainDate, byAge: boolean, beyond: boolean): Rule<number> {
  const { entry, duration: years } = lawAt(due);
  if (byAge) return entry.upperAge;
  return beyond ? years.absoluteYears : years.ordinaryYears;
}
