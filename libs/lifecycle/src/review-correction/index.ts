import type { UseCase } from '../kernel/definitions.ts';
import { reviewCorrection } from './review-correction.command.ts';
import { correctionReviewed } from './review-correction.events.ts';
import * as refusals from './review-correction.refusals.ts';

export const reviewCorrectionUseCase: UseCase = {
  command: reviewCorrection,
  events: [correctionReviewed],
  refusals: Object.values(refusals),
};
