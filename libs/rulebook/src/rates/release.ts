import { CHILD_RATE } from './child-rate.ts';
import { GRUNNBELOP } from './grunnbelop.ts';
import type { RateKind, RateRule } from './rate.ts';
import { DAYS_PER_YEAR, FACTOR, UNDER_25_FRACTION } from './stipend-rates.ts';

/** Names the rows that are shipped, by the day that the law was last read; stored with everything computed from them. */
export const RATES_RELEASE = '2026-07-02';

/** Every shipped row, oldest first. */
export const SHIPPED_RATES: Readonly<Record<RateKind, readonly RateRule[]>> = {
  G: GRUNNBELOP,
  factor: FACTOR,
  under25Fraction: UNDER_25_FRACTION,
  daysPerYear: DAYS_PER_YEAR,
  childRate: CHILD_RATE,
};
