import { isRegistered } from '../kernel/guards.ts';
import { type Refusal, inTurn, refuse } from '../kernel/refusal.ts';
import type { CaseState } from '../kernel/state.ts';
import type { Proposal } from '../kernel/state/proposals.ts';
import { noOpenProposal, proposalNotFound, proposalSettled } from './four-eyes.refusals.ts';

/** Some proposal waits to be settled. */
export const awaitsApproval = (state: CaseState): readonly Refusal[] =>
  inTurn(isRegistered(state), !state.proposals.some(({ status }) => status === 'open') && refuse(noOpenProposal, []));

/** The proposal that is meant, or why it cannot be settled any more. */
export function openProposal(
  state: CaseState,
  revision: number,
): { readonly proposal: Proposal; readonly refusals?: never } | { readonly proposal?: never; readonly refusals: readonly Refusal[] } {
  const registered = isRegistered(state);
  if (registered.length > 0) return { refusals: registered };
  const proposal = state.proposals.find(({ recordedIn }) => recordedIn === revision);
  if (proposal === undefined) return { refusals: [refuse(proposalNotFound, [revision])] };
  return proposal.status === 'open' ? { proposal } : { refusals: [refuse(proposalSettled, [proposal.status])] };
}
