import type { PlainDate } from '@kvp/calendar';
import type { Rule } from './law.ts';

/** The law of one day, as it could be known on another: one immutable value. */
export interface Law {
  readonly date: PlainDate;
  readonly knownAt: PlainDate;
  /** Names the shipped set of rows; stored with every decision. */
  readonly release: string;
  readonly duration: {
    readonly perDecisionYears: Rule<number>;
    readonly ordinaryYears: Rule<number>;
    readonly absoluteYears: Rule<number>;
  };
}
