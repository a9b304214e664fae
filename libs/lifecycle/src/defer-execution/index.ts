import type { UseCase } from '../kernel/definitions.ts';
import { deferExecution } from './defer-execution.command.ts';
import { deferralDecided, deferralRequested } from './defer-execution.events.ts';
import * as refusals from './defer-execution.refusals.ts';

export const deferExecutionUseCase: UseCase = {
  command: deferExecution,
  events: [deferralRequested, deferralDecided],
  refusals: Object.values(refusals),
};
