import type { UseCase } from '../kernel/definitions.ts';
import { periodExpiredWithoutDecision, programmeEndedByMaximum } from './tick.events.ts';

/** What the clock records. There is no command: nobody asks for it, and nobody can. */
export const tickUseCase: UseCase = {
  events: [periodExpiredWithoutDecision, programmeEndedByMaximum],
  refusals: [],
};
