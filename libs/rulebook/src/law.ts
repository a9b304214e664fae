import type { PlainDate } from '@kvp/calendar';

/** How well a rule is known: read in the primary text, likely, recalled, or a choice made because the law is silent. */
export type Grade = 'sure' | 'likely' | 'recalled' | 'proposal';

/** Where a rule is written, and from when it counts and could be known. */
export interface RuleSource {
  readonly provision: string;
  readonly source: string;
  readonly grade: Grade;
  readonly effectiveFrom: PlainDate;
  readonly knownFrom: PlainDate;
}

/** A value of the law together with its source row. */
export type Rule<Value> = RuleSource & { readonly value: Value };
