import type { UseCase } from '../kernel/definitions.ts';
import { decisionProposed } from './four-eyes.events.ts';
import * as refusals from './four-eyes.refusals.ts';

/** Proposing has no command of its own: it is what a decision becomes when another person must approve it. */
export const fourEyesUseCase: UseCase = {
  events: [decisionProposed],
  refusals: Object.values(refusals),
};
