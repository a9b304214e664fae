import { type PlainDate, date } from '@kvp/calendar';
import { type Fraction, decimal, isDecimal, parseFraction } from '@kvp/money';
import type { Grade, Rule } from '../law.ts';

/**
 * What the stipend is made of, each with a timeline of its own: the factor changed on 1 July 2024 without a new G.
 * `G` in kroner a year, `childRate` in kroner a child and stipend day, `daysPerYear` in stipend days, the others bare numbers.
 */
export const RATE_KINDS = ['G', 'factor', 'under25Fraction', 'daysPerYear', 'childRate'] as const;
export type RateKind = (typeof RATE_KINDS)[number];

/** One row of a rate's timeline: it counts from `effectiveFrom` until the next row of its kind that is known. */
export interface RateRule extends Rule<Fraction> {
  readonly kind: RateKind;
  /** False when nobody has looked up the day it became known; the effective date stands in. Decided point 11. */
  readonly knownFromResearched: boolean;
  /** The day that the log learnt it, of a row that came after the release: before that nothing was computed from it. */
  readonly announcedOn?: PlainDate;
  /** The day that the announcement was withdrawn; left out while it stands. */
  readonly withdrawnOn?: PlainDate;
}

/** A row as it is written in the tables of this folder: dates and value as text, exact. */
export interface RateRow {
  readonly from: string;
  readonly value: string;
  /** Left out where it is not researched. */
  readonly knownFrom?: string;
  readonly provision: string;
  readonly source: string;
  readonly grade: Grade;
}

/** Throws RangeError for a date that does not exist or a value that is no number. */
export const rateRules = (kind: RateKind, rows: readonly RateRow[]): readonly RateRule[] =>
  rows.map(({ from, value, knownFrom, provision, source, grade }) => ({
    kind,
    value: exact(value),
    provision,
    source,
    grade,
    effectiveFrom: date(from),
    knownFrom: date(knownFrom ?? from),
    knownFromResearched: knownFrom !== undefined,
  }));

/** Reads `2.041`, `140000` or `2/3`. Throws RangeError for anything else. */
export const exact = (value: string | number): Fraction => (isDecimal(value) ? decimal(value) : parseFraction(String(value)));

/** Oldest first; of two rows from the same day, the one that was known first. */
export const byEffectiveDate = (a: RateRule, b: RateRule): number =>
  comparePlainDates(a.effectiveFrom, b.effectiveFrom) || comparePlainDates(a.knownFrom, b.knownFrom);

const comparePlainDates = (a: PlainDate, b: PlainDate): number => Temporal.PlainDate.compare(a, b);
