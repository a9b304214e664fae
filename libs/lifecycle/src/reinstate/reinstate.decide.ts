import { type PlainDate, date, dayAfter, isAfter, isBefore, iso, lastDayOfYears } from '@kvp/calendar';
import type { Context, Decision } from '../kernel/command.ts';
import { backdating, dateOrNull, decisionDay } from '../kernel/fields.ts';
import { datedDecision, decideWhen, endsAfterStart, isGranted } from '../kernel/guards.ts';
import { type Refusal, inTurn, refusalsOf, refuse } from '../kernel/refusal.ts';
import { beyondUpperAge, periodTooLong } from '../kernel/shared.refusals.ts';
import type { CaseState } from '../kernel/state.ts';
import { type Appeal, type Order, pendingOrder } from '../kernel/state/appeals.ts';
import { decidedUntil, lastDayBeforeUpperAge, uncappedMaxima } from '../timeline/duration.ts';
import type { ReinstateProgramme } from './reinstate.command.ts';
import type { ProgrammeReinstated } from './reinstate.events.ts';
import * as refusals from './reinstate.refusals.ts';

/** The end of the programme was changed on appeal, and nobody has carried that out. */
export const reinstateMoment = (state: CaseState): readonly Refusal[] =>
  inTurn(isGranted(state), (state.end === null || orderIn(state) === undefined) && refuse(refusals.nothingToReinstate, []));

interface Ordered {
  readonly appeal: Appeal;
  readonly order: Order;
}

/** An order about the end that stands: the one that was appealed. */
const orderIn = ({ appeals }: CaseState): Ordered | undefined => pendingOrder(appeals, 'reinstate');

/**
 * Lets a programme go on from the day after its last one, or from the day that the outcome of the appeal says. The days between count and pay
 * only as the outcome says. Decided point 19.
 */
export function decideReinstate(state: CaseState, command: ReinstateProgramme, context: Context): Decision {
  const { end } = state;
  const ordered = orderIn(state);
  return decideWhen(
    reinstateMoment(state),
    () => (end === null || ordered === undefined ? [] : limits(state, dayFrom(ordered, end.lastDay), ordered, command, context)),
    () => (end === null || ordered === undefined ? [] : [reinstated(ordered, end.lastDay, command, context.today)]),
  );
}

const dayFrom = ({ order }: Ordered, lastDay: PlainDate): PlainDate => order.effectiveFrom ?? dayAfter(lastDay);

function limits(
  state: CaseState,
  from: PlainDate,
  { appeal, order }: Ordered,
  command: ReinstateProgramme,
  { today, law }: Context,
): readonly Refusal[] {
  const told = dateOrNull(command.from);
  const until = decidedUntil(state);
  const isOut = until !== null && isAfter(from, until);
  return refusalsOf(
    datedDecision(command, today),
    command.appeal !== undefined && command.appeal !== appeal.number && refuse(refusals.nothingToReinstate, []),
    isBefore(decisionDay(command, today), order.madeOn) && refuse(refusals.reinstatedBeforeOutcome, [order.madeOn]),
    told !== null && !told.equals(from) && refuse(refusals.outcomeSetsDay, [from]),
    isOut && command.to === undefined && refuse(refusals.periodRequired, [from]),
    !isOut && command.to !== undefined && refuse(refusals.periodStands, []),
    isOut && command.to !== undefined && periodLimits(state, from, date(command.to), law),
  );
}

/** A decision period like any other: a year at most, within two counted years and before the 67th birthday. STL § 32; KVPF § 2. */
function periodLimits(state: CaseState, from: PlainDate, to: PlainDate, { duration }: Context['law']): readonly Refusal[] {
  const longest = lastDayOfYears(from, duration.perDecisionYears.value);
  const between =
    state.end === null ? [] : [{ from: dayAfter(state.end.lastDay), to: from.subtract({ days: 1 }), decidedIn: -1, reason: '' }];
  const outside = [...state.outside, ...between.filter((gap) => !isAfter(gap.from, gap.to))];
  const ordinary = state.start === null ? null : uncappedMaxima({ ...state, end: null, outside }, state.start, from).ordinary;
  return refusalsOf(
    endsAfterStart(from, to),
    isAfter(to, longest) && refuse(periodTooLong, [longest], duration.perDecisionYears.provision),
    ordinary !== null && isAfter(to, ordinary) && refuse(refusals.periodBeyondTwoYears, [ordinary], duration.ordinaryYears.provision),
    lastDayBeforeUpperAge(state).flatMap((last) => (isAfter(to, last) ? refuse(beyondUpperAge, [last]) : [])),
  );
}

function reinstated({ appeal, order }: Ordered, lastDay: PlainDate, command: ReinstateProgramme, today: PlainDate): ProgrammeReinstated {
  const from = dayFrom({ appeal, order }, lastDay);
  return {
    type: 'ProgrammeReinstated',
    version: 1,
    data: {
      decidedOn: iso(decisionDay(command, today)),
      appeal: appeal.number,
      decision: order.decision,
      lastDay: iso(lastDay),
      from: iso(from),
      ...(command.to === undefined ? {} : { to: command.to }),
    },
    personal: {
      ...(command.justification === undefined ? {} : { justification: command.justification }),
      ...backdating(command, today),
    },
  };
}
