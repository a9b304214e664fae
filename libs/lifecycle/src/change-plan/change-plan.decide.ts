import { type Period, type PlainDate, contains, date, iso, isBefore } from '@kvp/calendar';
import type { Context, Decision } from '../kernel/command.ts';
import { decideWhen, isGranted, notWithdrawn } from '../kernel/guards.ts';
import { type Refusal, inTurn, refuse } from '../kernel/refusal.ts';
import { notInProgramme } from '../kernel/shared.refusals.ts';
import type { CaseState } from '../kernel/state.ts';
import { duration } from '../timeline/duration.ts';
import { isInProgramme } from '../timeline/phase.ts';
import type { ChangePlan } from './change-plan.command.ts';
import type { PlanChanged } from './change-plan.events.ts';
import { planOutsidePeriod } from './change-plan.refusals.ts';
import type { PlanPlace } from './plan-content.ts';
import { evaluationLimits, planLimits } from './plan-limits.ts';
import { planOf, plannedFrom, recordPlan } from './plan-recorded.ts';

/** From the grant to the end: the plan is ready before the programme starts. */
export function changePlanMoment(state: CaseState, on: PlainDate): readonly Refusal[] {
  const started = state.start !== null;
  return inTurn(inTurn(notWithdrawn(state), isGranted(state)), started && !isInProgramme(state, on) && refuse(notInProgramme, [on]));
}

/**
 * Makes or changes the individual plan. A change that is agreed with the participant is no individual decision (rulebook § 6.2). It
 * is made for the rest of the decision period that its first day lies in. STL §§ 30 and 42; KVPF § 1.
 */
export function decideChangePlan(state: CaseState, command: ChangePlan, { today, law }: Context): Decision {
  const { from, ...asked } = command;
  const place = placeOf(state, date(from));
  const plan = { ...asked, evaluationDates: asked.evaluationDates ?? [...plannedFrom(state, date(from))] };
  return decideWhen(
    changePlanMoment(state, today),
    () => (place === undefined ? outside(state) : [...planLimits(plan, place, law), ...evaluationLimits(plan.evaluationDates, place)]),
    (): readonly PlanChanged[] => {
      if (place === undefined) return [];
      const data = { from, to: iso(place.period.to), evaluationDates: plan.evaluationDates };
      const personal = recordPlan(plan, place, law);
      const { recordedIn, ...last } = state.handling.plans.at(-1) ?? { recordedIn: -1 };
      const same = JSON.stringify({ recordedIn, ...last }) === JSON.stringify(planOf(recordedIn, from, data.evaluationDates, personal));
      return same ? [] : [{ type: 'PlanChanged', version: 1, data, personal }];
    },
  );
}

/** The decision period that the plan begins in, as far as the plan is for it. */
function placeOf(state: CaseState, from: PlainDate): PlanPlace | undefined {
  const [first] = state.decisionPeriods;
  const index = state.decisionPeriods.findIndex((period) => contains(period, from));
  const period = state.decisionPeriods[index];
  if (period === undefined || first === undefined) return undefined;
  const { absoluteMaxEnd } = duration(state, from);
  return {
    period: { from, to: period.to },
    programmeFrom: first.from,
    ordinal: index + 1,
    isLast: absoluteMaxEnd !== null && !isBefore(period.to, absoluteMaxEnd),
  };
}

function outside({ decisionPeriods }: CaseState): readonly Refusal[] {
  const [first, last]: readonly (Period | undefined)[] = [decisionPeriods[0], decisionPeriods.at(-1)];
  return first === undefined || last === undefined ? [] : [refuse(planOutsidePeriod, [first.from, last.to])];
}
