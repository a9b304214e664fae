import { type IsoDate, type PlainDate, date, iso } from '@kvp/calendar';
import type { Law } from '@kvp/rulebook';
import { dateOrNull } from '../kernel/fields.ts';
import type { CaseState } from '../kernel/state.ts';
import { ACTIVITY_KINDS, type ActivityKind, type Plan } from '../kernel/state/handling.ts';
import { CORE, type PlanPlace, jobSearchIn } from './plan-content.ts';
import type { IndividualPlan, PlanWarning, RecordedPlan } from './plan-fields.ts';
import { daysOfChange, hoursIn, hoursOn } from './plan-hours.ts';
import { stretchesOf } from './plan-limits.ts';

/** A plan as it goes into the log, every first day written out, and what is worth a second look. */
export function recordPlan(plan: IndividualPlan, place: PlanPlace, law: Law): RecordedPlan {
  const { lessThanFullTime, agreedWithParticipant, participantView } = plan;
  return {
    activities: plan.activities.map((activity) => ({ ...activity, from: activity.from ?? iso(place.period.from) })),
    ...(lessThanFullTime === undefined ? {} : { lessThanFullTime }),
    agreedWithParticipant,
    ...(participantView === undefined ? {} : { participantView }),
    warnings: warningsOf(plan, place, law),
  };
}

/** All but paid work, which is beside the programme. */
const IN_PROGRAMME = ACTIVITY_KINDS.filter((kind) => kind !== 'paidWork');

/** Paid work above half goes on by hours with a warning: decided point 9. How large the essential part is, the law does not say. */
function warningsOf(plan: IndividualPlan, place: PlanPlace, law: Law): PlanWarning[] {
  const { core, fullTimeHours, mostPaidWorkShare, apprenticeship } = law.content;
  const stretches = stretchesOf(plan, place);
  const days = daysOfChange(stretches, place.period);
  const most = fullTimeHours.value * mostPaidWorkShare.value;
  const paid: readonly ActivityKind[] = apprenticeship.value ? ['paidWork'] : ['paidWork', 'apprenticeship'];
  const coreHours = hoursIn(stretches, place.period, CORE[core.value]);
  const warnings: Readonly<Record<PlanWarning, boolean>> = {
    lessThanFullTime: days.some((day) => hoursOn(stretches, day) < fullTimeHours.value),
    coreIsMinor: coreHours < hoursIn(stretches, place.period, IN_PROGRAMME) / 2,
    jobSearchMissing: jobSearchIn(stretches, place, law) !== 'there',
    paidWorkAboveHalf: days.some((day) => hoursOn(stretches, day, paid) > most),
    notAgreed: !plan.agreedWithParticipant,
  };
  return (Object.keys(warnings) as PlanWarning[]).filter((warning) => warnings[warning]);
}

/** A plan as the state keeps it. */
export const planOf = (recordedIn: number, from: IsoDate, evaluationDates: readonly IsoDate[], plan: RecordedPlan): Plan => ({
  recordedIn,
  from: date(from),
  activities: plan.activities.map(({ content, measure, kind, hoursPerWeek, from: begins, to: ends }) => ({
    content,
    measure,
    kind,
    hoursPerWeek,
    from: date(begins),
    to: dateOrNull(ends),
  })),
  evaluationDates: evaluationDates.map(date),
  agreedWithParticipant: plan.agreedWithParticipant,
  ...(plan.lessThanFullTime === undefined ? {} : { lessThanFullTime: plan.lessThanFullTime }),
  ...(plan.participantView === undefined ? {} : { participantView: plan.participantView }),
});

/** The state with one more plan. */
export const withPlan = (state: CaseState, plan: Plan): CaseState => ({
  ...state,
  handling: { ...state.handling, plans: [...state.handling.plans, plan] },
});

/** The days of evaluation that are planned already, from a day on. */
export const plannedFrom = ({ grant, handling: { plans } }: CaseState, from: PlainDate): readonly IsoDate[] =>
  (plans.at(-1)?.evaluationDates ?? grant?.evaluationDates ?? []).filter((day) => Temporal.PlainDate.compare(day, from) >= 0).map(iso);
