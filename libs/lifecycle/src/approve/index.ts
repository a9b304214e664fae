import type { UseCase } from '../kernel/definitions.ts';
import { approve } from './approve.command.ts';
import { decisionApproved } from './approve.events.ts';

export const approveUseCase: UseCase = {
  command: approve,
  events: [decisionApproved],
  refusals: [],
};
