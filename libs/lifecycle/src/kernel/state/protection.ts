import type { PlainDate } from '@kvp/calendar';

/** A grading as it was registered; the last one holds. */
export interface Protection {
  readonly recordedIn: number;
  readonly on: PlainDate;
  readonly grading: 'none' | 'confidential' | 'strictlyConfidential' | 'shielded';
}

interface WithProtection {
  readonly circumstances: { readonly protection: readonly Protection[] };
}

/** The grading that holds: what was registered last. Not by its day: a grading told late must hide at once. */
export const gradingOf = ({ circumstances: { protection } }: WithProtection): Protection['grading'] => protection.at(-1)?.grading ?? 'none';

/** Whether the case is for those alone who have a permission of their own. Rulebook § 9.21. */
export const isProtected = (state: WithProtection): boolean => gradingOf(state) !== 'none';
