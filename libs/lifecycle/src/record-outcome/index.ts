import type { UseCase } from '../kernel/definitions.ts';
import { recordOutcome } from './record-outcome.command.ts';
import { outcomeRecorded } from './record-outcome.events.ts';
import * as refusals from './record-outcome.refusals.ts';

export const recordOutcomeUseCase: UseCase = {
  command: recordOutcome,
  events: [outcomeRecorded],
  refusals: Object.values(refusals),
};
