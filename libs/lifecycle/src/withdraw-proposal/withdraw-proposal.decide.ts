import { iso } from '@kvp/calendar';
import { openProposal } from '../four-eyes/four-eyes.guards.ts';
import { notTheAuthor } from '../four-eyes/four-eyes.refusals.ts';
import type { Context, Decision } from '../kernel/command.ts';
import { decideWhen } from '../kernel/guards.ts';
import { refusalsOf, refuse } from '../kernel/refusal.ts';
import type { CaseState } from '../kernel/state.ts';
import type { WithdrawProposal } from './withdraw-proposal.command.ts';
import type { ProposalWithdrawn } from './withdraw-proposal.events.ts';

/** Takes back one's own proposal. What another has proposed is returned by an approver, with a reason. */
export function decideWithdrawProposal(state: CaseState, { proposal: revision }: WithdrawProposal, { actor, today }: Context): Decision {
  const { proposal, refusals } = openProposal(state, revision);
  return decideWhen(
    refusals ?? [],
    () => refusalsOf(proposal?.proposedBy !== actor.id && refuse(notTheAuthor, [])),
    (): [ProposalWithdrawn] => [
      { type: 'ProposalWithdrawn', version: 1, data: { proposal: revision, settledOn: iso(today) }, personal: null },
    ],
  );
}
