import { iso } from '@kvp/calendar';
import { openProposal } from '../four-eyes/four-eyes.guards.ts';
import type { Context, Decision } from '../kernel/command.ts';
import { decideWhen, isBlank } from '../kernel/guards.ts';
import { refusalsOf, refuse } from '../kernel/refusal.ts';
import type { CaseState } from '../kernel/state.ts';
import type { ReturnProposal } from './return-proposal.command.ts';
import type { DecisionReturned } from './return-proposal.events.ts';
import { returnReasonRequired } from './return-proposal.refusals.ts';

/** Sends a proposal back with a reason. Nothing is decided; whoever returned it may approve the next one. */
export function decideReturnProposal(state: CaseState, { proposal, reason }: ReturnProposal, { today }: Context): Decision {
  return decideWhen(
    openProposal(state, proposal).refusals ?? [],
    () => refusalsOf(isBlank(reason) && refuse(returnReasonRequired, [])),
    (): [DecisionReturned] => [{ type: 'DecisionReturned', version: 1, data: { proposal, settledOn: iso(today) }, personal: { reason } }],
  );
}
