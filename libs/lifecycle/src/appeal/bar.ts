import type { Actor } from '../kernel/command.ts';
import { type Refusal, refuse } from '../kernel/refusal.ts';
import type { CaseDecision } from '../kernel/state/decisions.ts';
import { madeTheDecision } from './bar.refusals.ts';

/**
 * Whoever made a decision, or helped to draft it, does not prepare the appeal of it. An approver prepares nothing: they look at what
 * another has prepared, and under four eyes never at their own draft. FVL § 6; Kommuneloven § 25-1.
 */
export const barred = (appealed: readonly CaseDecision[], { id, role }: Actor): Refusal | undefined =>
  role !== 'approver' && appealed.some(({ madeBy }) => madeBy.includes(id)) ? refuse(madeTheDecision, []) : undefined;
