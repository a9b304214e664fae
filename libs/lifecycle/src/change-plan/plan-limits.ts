import { contains, date, isAfter, isBefore } from '@kvp/calendar';
import type { Law } from '@kvp/rulebook';
import { evaluationDatesRequired, evaluationOutsidePeriod } from '../grant/grant.refusals.ts';
import { dateOr, isInQuarters } from '../kernel/fields.ts';
import { endsAfterStart, isBlank } from '../kernel/guards.ts';
import { type Refusal, refusalsOf, refuse } from '../kernel/refusal.ts';
import * as refusals from './change-plan.refusals.ts';
import { CORE, type PlanPlace, halfway, jobSearchIn, workDirectedTooLate } from './plan-content.ts';
import type { IndividualPlan } from './plan-fields.ts';
import { type Stretch, daysOfChange, hoursOn } from './plan-hours.ts';

/** What the law asks of a plan for the days of its place; nothing when those are none. STL § 30; KVPF § 1; rulebook § 1.4. */
export function planLimits(plan: IndividualPlan, place: PlanPlace, law: Law): readonly Refusal[] {
  if (isBefore(place.period.to, place.period.from)) return [];
  const stretches = stretchesOf(plan, place);
  return refusalsOf(
    plan.activities.flatMap((_, index) => ofActivity(plan, index, place, stretches[index])),
    content(stretches, place, law),
    isBlank(plan.lessThanFullTime) && fullTime(stretches, place, law),
    !plan.agreedWithParticipant && isBlank(plan.participantView) && refuse(refusals.participantViewRequired, []),
  );
}

/** The activities with their days, those of the plan where none are given. */
export const stretchesOf = ({ activities }: IndividualPlan, { period }: PlanPlace): readonly Stretch[] =>
  activities.map(({ kind, hoursPerWeek, from, to }) => ({
    kind,
    hoursPerWeek,
    from: dateOr(from, period.from),
    to: dateOr(to, period.to),
  }));

function ofActivity(
  { activities }: IndividualPlan,
  index: number,
  { period, programmeFrom }: PlanPlace,
  stretch: Stretch | undefined,
): readonly Refusal[] {
  if (stretch === undefined) return [];
  const { from, to, hoursPerWeek } = stretch;
  const outside = isBefore(from, programmeFrom) || isBefore(to, period.from) || isAfter(to, period.to);
  return refusalsOf(
    isBlank(activities[index]?.content) && refuse(refusals.activityContentRequired, []),
    !isInQuarters(hoursPerWeek) && refuse(refusals.planHoursNotInQuarters, []),
    endsAfterStart(from, to) ?? (outside && refuse(refusals.activityOutsidePeriod, [programmeFrom, period.to])),
  );
}

function content(stretches: readonly Stretch[], place: PlanPlace, law: Law): readonly Refusal[] {
  const { core, jobSearch, workDirectedByHalfway } = law.content;
  return refusalsOf(
    !stretches.some(({ kind }) => CORE[core.value].includes(kind)) && refuse(refusals.coreRequired, [], core.provision),
    jobSearchIn(stretches, place, law) === 'missing' && refuse(refusals.jobSearchRequired, [], jobSearch.provision),
    workDirectedTooLate(stretches, place, law) && refuse(refusals.workDirectedTooLate, [halfway(place)], workDirectedByHalfway.provision),
  );
}

/** Full time on every weekday, paid work included; the first day that falls short is named. */
function fullTime(stretches: readonly Stretch[], { period }: PlanPlace, { content: { fullTimeHours } }: Law): Refusal | undefined {
  const short = daysOfChange(stretches, period).find((day) => hoursOn(stretches, day) < fullTimeHours.value);
  return short === undefined
    ? undefined
    : refuse(refusals.notFullTime, [short, hoursOn(stretches, short), fullTimeHours.value], fullTimeHours.provision);
}

/** The days of evaluation are fixed in the programme, at least one for every plan. KVPF § 1. */
export const evaluationLimits = (dates: readonly string[], { period }: PlanPlace): readonly Refusal[] =>
  refusalsOf(
    dates.length === 0 && refuse(evaluationDatesRequired, []),
    dates.some((day) => !contains(period, date(day))) && refuse(evaluationOutsidePeriod, []),
  );
