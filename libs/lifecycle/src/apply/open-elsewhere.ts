import { type Refusal, refuse } from '../kernel/refusal.ts';
import { applicationOpen } from './apply.refusals.ts';

/** Why a case may not be opened, or opened again: the person has another open one in the municipality. Decided point 24. */
export const openElsewhere: Refusal = refuse(applicationOpen, []);
