import { date, isBefore } from '@kvp/calendar';
import type { Law } from '@kvp/rulebook';
import type { PlanPlace } from '../change-plan/plan-content.ts';
import { evaluationLimits, planLimits } from '../change-plan/plan-limits.ts';
import { recordPlan } from '../change-plan/plan-recorded.ts';
import { type Refusal, refusalsOf } from '../kernel/refusal.ts';
import type { CaseState } from '../kernel/state.ts';
import type { ExtendProgramme } from './extend.command.ts';
import type { ProgrammeExtended } from './extend.events.ts';
import type { Reach } from './reach.ts';

/** The new decision period among those before it; the last one when it goes as far as the law lets any. */
export const placeIn = ({ decisionPeriods }: CaseState, { from, absoluteEnd }: Reach, { to }: ExtendProgramme): PlanPlace => ({
  period: { from, to: date(to) },
  programmeFrom: decisionPeriods[0]?.from ?? from,
  ordinal: decisionPeriods.length + 1,
  isLast: !isBefore(date(to), absoluteEnd),
});

/** A plan is for all of the new period, and names its days of evaluation. Nothing is asked of days that are none. */
export const planFaults = ({ plan }: ExtendProgramme, place: PlanPlace, law: Law): readonly Refusal[] =>
  plan === undefined || isBefore(place.period.to, place.period.from)
    ? []
    : refusalsOf(planLimits(plan, place, law), evaluationLimits(plan.evaluationDates ?? [], place));

/** The extension with the plan that came with it, if one did. */
export const withPlan = (event: ProgrammeExtended, { plan }: ExtendProgramme, place: PlanPlace, law: Law): ProgrammeExtended =>
  plan === undefined
    ? event
    : {
        ...event,
        data: { ...event.data, evaluationDates: plan.evaluationDates ?? [] },
        personal: { ...event.personal, plan: recordPlan(plan, place, law) },
      };
