import { date, isAfter, isBefore, isSame, iso } from '@kvp/calendar';
import type { Context, Decision } from '../kernel/command.ts';
import { decideWhen, hasHappened } from '../kernel/guards.ts';
import { inTurn, type Refusal, refusalsOf, refuse } from '../kernel/refusal.ts';
import type { CaseState } from '../kernel/state.ts';
import { type CaseDecision, type DecisionKind, refusesExtension } from '../kernel/state/decisions.ts';
import { notifyMoment } from '../notify-decision/notify-decision.decide.ts';
import { decisionNotFound } from '../notify-decision/notify-decision.refusals.ts';
import { appealPeriod } from '../timeline/appeal-period.ts';
import type { RequestReasons } from './request-reasons.command.ts';
import type { ReasonsRequested } from './request-reasons.events.ts';
import * as refusals from './request-reasons.refusals.ts';

/** Reasons may be left out of a decision that gives the party all that they asked for, and of no other. FVL § 24. */
const MAY_LACK_REASONS: readonly DecisionKind[] = ['grant', 'extension', 'leave', 'reinstatement'];

/** Registers a request for reasons: it interrupts the time to appeal, which runs anew when notice of the reasons has arrived. FVL §§ 24 and 29. */
export function decideRequestReasons(state: CaseState, command: RequestReasons, context: Context): Decision {
  const { decisions } = state;
  const decision = command.decision === undefined ? decisions.at(-1) : decisions.find(({ revision }) => revision === command.decision);
  return decideWhen(
    inTurn(notifyMoment(state), decision === undefined && refuse(decisionNotFound, [])),
    () => (decision === undefined ? [] : limits(decision, command, context)),
    () => (decision === undefined || isKnown(decision, command) ? [] : [requested(decision, command)]),
  );
}

function limits(decision: CaseDecision, command: RequestReasons, { today, lawAt }: Context): readonly Refusal[] {
  const on = date(command.requestedOn);
  const { due, missing } = appealPeriod(decision, lawAt(decision.decidedOn));
  return refusalsOf(
    hasHappened(on, today),
    isBefore(on, decision.decidedOn) && refuse(refusals.reasonsBeforeDecision, [decision.decidedOn]),
    (!MAY_LACK_REASONS.includes(decision.kind) || refusesExtension(decision)) && refuse(refusals.hasReasons, []),
    missing === 'reasons' && !isKnown(decision, command) && refuse(refusals.reasonsAlreadyAsked, []),
    due !== null && isAfter(on, due) && refuse(refusals.reasonsAskedTooLate, [due]),
  );
}

const isKnown = ({ appealTime }: CaseDecision, { requestedOn }: RequestReasons): boolean =>
  appealTime.some((change) => change.is === 'reasonsRequested' && isSame(change.on, date(requestedOn)));

const requested = ({ revision, kind, decidedOn }: CaseDecision, { requestedOn }: RequestReasons): ReasonsRequested => ({
  type: 'ReasonsRequested',
  version: 1,
  data: { decision: revision, kind, madeOn: iso(decidedOn), requestedOn },
  personal: null,
});
