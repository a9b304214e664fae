import { type CaseDecision, type DecisionKind, refusesExtension } from '../kernel/state/decisions.ts';

/** The grounds on which an authority may reverse its own decision without an appeal. FVL § 35 first paragraph. */
export const REVERSAL_GROUNDS = ['notToDetriment', 'notNotified', 'invalid'] as const;
export type ReversalGround = (typeof REVERSAL_GROUNDS)[number];

export const GROUND_TEXT: Readonly<Record<ReversalGround, string>> = {
  notToDetriment: 'endringen er ikke til skade for deltakeren',
  notNotified: 'underretning om vedtaket var ikke kommet fram',
  invalid: 'vedtaket var ugyldig',
};

/** The party was given these: to undo them is to their detriment, unless they want it so. */
const IN_FAVOUR: readonly DecisionKind[] = ['grant', 'extension', 'leave', 'reconsideration', 'reinstatement'];

export const isInFavour = (decision: Pick<CaseDecision, 'kind' | 'type'>): boolean =>
  IN_FAVOUR.includes(decision.kind) && !refusesExtension(decision);
