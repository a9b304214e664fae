import { iso } from '@kvp/calendar';
import { openProposal } from '../four-eyes/four-eyes.guards.ts';
import { draftedByApprover, noLongerPossible, outcomeDiffers } from '../four-eyes/four-eyes.refusals.ts';
import { reviewOf } from '../four-eyes/review.ts';
import type { Context, Decision } from '../kernel/command.ts';
import { decideWhen } from '../kernel/guards.ts';
import { refusalsOf, refuse } from '../kernel/refusal.ts';
import type { CaseState } from '../kernel/state.ts';
import type { ApproveProposal } from './approve.command.ts';
import type { DecisionApproved } from './approve.events.ts';

/**
 * Makes a proposed decision, when it would still be what was proposed and the approver had no part in drafting it. What is decided has
 * the same events as without four eyes.
 */
export function decideApprove(state: CaseState, { proposal: revision }: ApproveProposal, context: Context): Decision {
  const { proposal, refusals } = openProposal(state, revision);
  if (proposal === undefined) return { refusals };
  const { decision, differences } = reviewOf(state, proposal, context);
  const data = { proposal: revision, settledOn: iso(context.today) };
  const approved: DecisionApproved = { type: 'DecisionApproved', version: 1, data, personal: null };
  return decideWhen(
    refusalsOf(proposal.drafters.includes(context.actor.id) && refuse(draftedByApprover, [])),
    () =>
      refusalsOf(
        decision.refusals !== undefined && [refuse(noLongerPossible, []), ...decision.refusals],
        differences.length > 0 && refuse(outcomeDiffers, [differences.map(({ field }) => field)]),
      ),
    () => [approved, ...(decision.events ?? [])],
  );
}
