import type { UseCase } from '../kernel/definitions.ts';
import { withdrawProposal } from './withdraw-proposal.command.ts';
import { proposalWithdrawn } from './withdraw-proposal.events.ts';

export const withdrawProposalUseCase: UseCase = {
  command: withdrawProposal,
  events: [proposalWithdrawn],
  refusals: [],
};
