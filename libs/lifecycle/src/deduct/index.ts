import type { UseCase } from '../kernel/definitions.ts';
import { deduct } from './deduct.command.ts';
import { deductionApplied, deductionDecided } from './deduct.events.ts';
import * as refusals from './deduct.refusals.ts';

export const deductUseCase: UseCase = {
  command: deduct,
  events: [deductionApplied, deductionDecided],
  refusals: Object.values(refusals),
};
