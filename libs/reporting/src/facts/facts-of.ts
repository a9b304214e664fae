import { type PlainDate, contains, dayBefore, isAfter, iso } from '@kvp/calendar';
import { type CaseState, type MeasureType, decidedUntil, lastDayByLaw } from '@kvp/lifecycle';
import type { Answer, CaseFacts, Participation } from './case-facts.ts';

/**
 * The facts of a case as they stand on a day; `state` holds what was recorded by the moment asked for. Null when there was no application,
 * or none by that day.
 */
export function factsOf(state: CaseState, asOf: PlainDate): CaseFacts | null {
  const { application, circumstances } = state;
  if (application === null || isAfter(application.receivedOn, asOf)) return null;
  const intake = circumstances.intake.at(-1);
  return {
    municipality: application.municipality,
    district: districtOn(state, asOf),
    receivedOn: iso(application.receivedOn),
    answers: answersBy(state, asOf),
    participation: participationOn(state, asOf),
    intake: intake ?? null,
    otherSupport: circumstances.otherSupport.map(({ from, to, kinds }) => ({ from: iso(from), to: iso(to), kinds })),
  };
}

/** Of the last household seen by the day, that says. */
export const districtOn = ({ circumstances }: CaseState, asOf: PlainDate): string | null =>
  circumstances.household
    .filter(({ on, district }) => district !== null && !isAfter(on, asOf))
    .reduce<{ on: PlainDate; district: string | null } | null>(
      (last, seen) => (last !== null && isAfter(last.on, seen.on) ? last : seen),
      null,
    )?.district ?? null;

const answersBy = ({ decisions }: CaseState, asOf: PlainDate): readonly Answer[] =>
  decisions.flatMap(({ kind, decidedOn }) =>
    (kind === 'grant' || kind === 'rejection') && !isAfter(decidedOn, asOf) ? [{ kind, decidedOn: iso(decidedOn) }] : [],
  );

function participationOn(state: CaseState, asOf: PlainDate): Participation | null {
  const { start } = state;
  if (start === null || isAfter(start.on, asOf)) return null;
  const end = endOf(state, asOf);
  return {
    startedOn: iso(start.on),
    lastDay: end === null ? null : iso(end.lastDay),
    endedBy: end === null ? null : end.reason,
    decidedUntil: iso(decidedUntil(state) ?? start.on),
    measures: end !== null && isAfter(asOf, end.lastDay) ? [] : measuresOn(state, asOf),
  };
}

/** The last day in the programme and why, as seen on a day: what was decided, or what the law makes of it when that comes first. */
export function endOf(state: CaseState, asOf: PlainDate): { readonly lastDay: PlainDate; readonly reason: string } | null {
  // Seen on a day between an end and the day that an appeal let the programme go on from, it had ended. Decided point 19.
  const outside = state.outside.find((days) => contains(days, asOf));
  if (outside !== undefined) return { lastDay: dayBefore(outside.from), reason: outside.reason };
  const byLaw = lastDayByLaw(state, asOf);
  const { end } = state;
  if (end !== null && (byLaw === null || !isAfter(end.lastDay, byLaw))) return end;
  return byLaw === null ? null : { lastDay: byLaw, reason: 'maximumReached' };
}

/** Who runs the activities that the plan in force has on a day. A plan lasts until the next. STL § 30. */
function measuresOn({ handling }: CaseState, on: PlainDate): readonly MeasureType[] {
  const plan = handling.plans.filter(({ from }) => !isAfter(from, on)).at(-1);
  const running = (plan?.activities ?? []).filter(({ from, to }) => !isAfter(from, on) && (to === null || !isAfter(on, to)));
  return [...new Set(running.map(({ measure }) => measure))].sort();
}
