import { type PlainDate, date, dayAfter, isAfter, isBefore, iso, lastDayOfYears, latest } from '@kvp/calendar';
import type { Law } from '@kvp/rulebook';
import { type Ordered, orderFacts, orderLimits, orderWords, orderedOf, passesLimits } from '../appeal/orders.ts';
import type { Context, Decision } from '../kernel/command.ts';
import { backdating, decisionDay } from '../kernel/fields.ts';
import { datedDecision, decideWhen, endsAfterStart, inProgramme } from '../kernel/guards.ts';
import { type Refusal, inTurn, refusalsOf, refuse } from '../kernel/refusal.ts';
import { beyondUpperAge, endAlreadyDecided, periodTooLong } from '../kernel/shared.refusals.ts';
import type { CaseState } from '../kernel/state.ts';
import { lastDayBeforeUpperAge } from '../timeline/duration.ts';
import { withinInterruptionYear } from '../timeline/interruption.ts';
import type { ExtendProgramme } from './extend.command.ts';
import type { ProgrammeExtended } from './extend.events.ts';
import * as refusals from './extend.refusals.ts';
import { dayAskedOf, endUndone, refusalOrdered, withoutRefusedEnd } from './ordered-extension.ts';
import { placeIn, planFaults, withPlan } from './extend.plan.ts';
import { monthModelsOf } from '../grant/month-models.ts';
import { type Reach, reachOf } from './reach.ts';

/** Running, on leave or interrupted, though not for more than the year after which only termination is lawful. */
export const extendMoment = (state: CaseState, on: PlainDate, law: Law): readonly Refusal[] =>
  inTurn(inProgramme(withoutRefusedEnd(state), dayAskedOf(state, on)), withinInterruptionYear(state, on, on, law));

/**
 * Extends a programme by a new decision period, from the day after the last one, also when that has run out. STL § 32; KVPF § 2;
 * decided points 3, 4, 5, 13 and 27.
 */
export function decideExtend(found: CaseState, command: ExtendProgramme, { today, law, policyAt }: Context): Decision {
  const decidedOn = decisionDay(command, today);
  const ordered = orderedOf(found, 'extend');
  const state = withoutRefusedEnd(found);
  const reach = reachOf(state, decidedOn, law);
  return decideWhen(
    extendMoment(state, decidedOn, law),
    () =>
      reach === undefined
        ? []
        : refusalsOf(
            datedDecision(command, today),
            limits(reach, ordered, command, law),
            orderLimits(ordered, command, decidedOn),
            cutShort(state, command),
            planFaults(command, placeIn(state, reach, command), law),
          ),
    () =>
      reach === undefined
        ? []
        : [withPlan(extended(found, reach, ordered, command, { today, policyAt }), command, placeIn(state, reach, command), law)],
  );
}

function limits(
  { from, ordinaryEnd, absoluteEnd }: Reach,
  ordered: Ordered | undefined,
  command: ExtendProgramme,
  { duration }: Law,
): readonly Refusal[] {
  const { specialReasons } = command;
  const to = date(command.to);
  const longest = lastDayOfYears(from, duration.perDecisionYears.value);
  const months = duration.monthsBeyondOrdinary.value;
  const longestBeyond = latest(dayAfter(ordinaryEnd), from).add({ months }).subtract({ days: 1 });
  const beyond = isAfter(to, ordinaryEnd);
  const oneDecision = refusalsOf(
    endsAfterStart(from, to),
    isAfter(to, longest) && refuse(periodTooLong, [longest], duration.perDecisionYears.provision),
  );
  if (passesLimits(ordered, command)) return oneDecision;
  return refusalsOf(
    oneDecision,
    isAfter(to, absoluteEnd) && refuse(refusals.beyondAbsoluteMaximum, [absoluteEnd], duration.absoluteYears.provision),
    beyond && specialReasons === undefined && refuse(refusals.specialReasonsRequired, [ordinaryEnd], duration.ordinaryYears.provision),
    beyond && specialReasons !== undefined && !allHold(specialReasons) && refuse(refusals.specialReasonsNotMet, []),
    // Where the limit is a whole year, the limit of one decision says it already.
    months < 12 &&
      isAfter(to, longestBeyond) &&
      refuse(refusals.specialPeriodTooLong, [months, longestBeyond], duration.monthsBeyondOrdinary.provision),
  );
}

const allHold = ({ necessary, progress, workProbable }: NonNullable<ExtendProgramme['specialReasons']>): boolean =>
  necessary && progress && workProbable;

/** The 67th birthday and an end that is already decided stand in the way of any extension. */
const cutShort = (state: CaseState, command: ExtendProgramme): readonly Refusal[] =>
  refusalsOf(
    lastDayBeforeUpperAge(state).flatMap((last) => (isAfter(date(command.to), last) ? refuse(beyondUpperAge, [last]) : [])),
    state.end !== null && isBefore(state.end.lastDay, date(command.to)) && refuse(endAlreadyDecided, [state.end.lastDay]),
  );

function extended(
  found: CaseState,
  { from, ordinaryEnd, needsCovidRule }: Reach,
  ordered: Ordered | undefined,
  command: ExtendProgramme,
  { today, policyAt }: Pick<Context, 'today' | 'policyAt'>,
): ProgrammeExtended {
  const { to, specialReasons, justification } = command;
  const decidedOn = decisionDay(command, today);
  const undoes = endUndone(found);
  // Reasons given for a period within two years are kept, but it does not rest on them.
  const withSpecialReasons = specialReasons !== undefined && isAfter(date(to), ordinaryEnd);
  const underCovidRule = !passesLimits(ordered, command) && needsCovidRule(date(to), withSpecialReasons);
  return {
    type: 'ProgrammeExtended',
    version: 1,
    data: {
      decidedOn: iso(decidedOn),
      from: iso(from),
      to,
      withSpecialReasons,
      ...(underCovidRule ? { underCovidRule } : {}),
      // That no decision covered the days was the refusal, and not a decision that was forgotten.
      afterLapse: !isBefore(decidedOn, from) && refusalOrdered(found) === undefined,
      ...monthModelsOf({ from, to: date(to) }, policyAt),
      ...orderFacts(ordered, command),
      ...(undoes === undefined ? {} : { undoes }),
    },
    personal: {
      ...(specialReasons === undefined ? {} : { specialReasons }),
      ...(justification === undefined ? {} : { justification }),
      ...orderWords(command),
      ...backdating(command, today),
    },
  };
}
