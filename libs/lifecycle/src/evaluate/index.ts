import type { UseCase } from '../kernel/definitions.ts';
import { evaluate } from './evaluate.command.ts';
import { programmeEvaluated } from './evaluate.events.ts';
import * as refusals from './evaluate.refusals.ts';

export const evaluateUseCase: UseCase = {
  command: evaluate,
  events: [programmeEvaluated],
  refusals: Object.values(refusals),
};
