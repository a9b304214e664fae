import type { UseCase } from '../kernel/definitions.ts';
import { returnProposal } from './return-proposal.command.ts';
import { decisionReturned } from './return-proposal.events.ts';
import * as refusals from './return-proposal.refusals.ts';

export const returnProposalUseCase: UseCase = {
  command: returnProposal,
  events: [decisionReturned],
  refusals: Object.values(refusals),
};
