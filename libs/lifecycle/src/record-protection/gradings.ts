/**
 * How a person's address, or that they have a case at all, is kept from those who need not know: `confidential` and `strictlyConfidential` as graded in the
 * population register (fortrolig, strengt fortrolig), `shielded` for those whom colleagues must not look up (skjermet person). Rulebook § 9.21.
 */
export const GRADINGS = ['none', 'confidential', 'strictlyConfidential', 'shielded'] as const;
export type Grading = (typeof GRADINGS)[number];
