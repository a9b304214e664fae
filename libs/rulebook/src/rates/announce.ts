import { type IsoDate, date, isAfter, isSame, iso } from '@kvp/calendar';
import { equals, printFraction } from '@kvp/money';
import { type RateKind, type RateRule, byEffectiveDate, exact } from './rate.ts';
import { SHIPPED_RATES } from './release.ts';

/** A rate that came after the release, as an event or a life file brings it. */
export interface AnnouncedRate {
  readonly kind: RateKind;
  readonly effectiveFrom: IsoDate;
  readonly knownFrom: IsoDate;
  /** An exact decimal or a fraction: `140000`, `2.041`, `2/3`. */
  readonly value: string | number;
  readonly provision?: string;
  readonly source?: string;
  /** The day that the log learnt it, where a log did. */
  readonly announcedOn?: IsoDate;
  /** The day that it was withdrawn; left out while it stands. */
  readonly withdrawnOn?: IsoDate;
}

/** An announced row says something else than a row that already stands for the same day. */
export interface RateConflict {
  readonly code: 'rate-disagrees-with-release' | 'rate-disagrees-with-announced';
  readonly kind: RateKind;
  readonly effectiveFrom: IsoDate;
  readonly announced: string;
  readonly standing: string;
}

export type Announcement =
  | { readonly rates: readonly RateRule[]; readonly conflicts?: never }
  | { readonly conflicts: readonly RateConflict[]; readonly rates?: never };

/**
 * Checks announced rows against the shipped ones and against each other, in the order they came. A shipped timeline is
 * complete up to its last row, so an earlier row may only repeat it; repeats add nothing. A withdrawn row stands in nobody's way, and is
 * kept for what was known before. All or nothing: one conflict refuses the lot. Throws RangeError for a date that does not exist or a value that is no number above 0.
 */
export function announceRates(announced: readonly AnnouncedRate[]): Announcement {
  const rates: RateRule[] = [];
  const conflicts: RateConflict[] = [];
  for (const rule of announced.map(announcedRule)) {
    const shipped = shippedOn(rule);
    const standing = shipped ?? rates.find((other) => stands(other) && isAlike(other, rule));
    if (standing === undefined || !stands(rule)) rates.push(rule);
    else if (!equals(standing.value, rule.value)) conflicts.push(conflict(rule, standing, shipped === undefined ? 'announced' : 'release'));
  }
  return conflicts.length > 0 ? { conflicts } : { rates: rates.sort(byEffectiveDate) };
}

const stands = ({ withdrawnOn }: RateRule): boolean => withdrawnOn === undefined;

const isAlike = (a: RateRule, b: RateRule): boolean => a.kind === b.kind && isSame(a.effectiveFrom, b.effectiveFrom);

/** Rows that are taken as they are, whatever else stands for their days: for "what if", never for what is paid. Throws as `announceRates`. */
export const supposedRates = (rows: readonly AnnouncedRate[]): readonly RateRule[] => rows.map(announcedRule);

/** The provision that a row of a kind rests on, unless it names another: that of the last shipped one. */
export const provisionOfRate = (kind: RateKind): string => SHIPPED_RATES[kind].at(-1)?.provision ?? '';

function announcedRule(rate: AnnouncedRate): RateRule {
  const { kind, effectiveFrom, knownFrom, value, provision, source, announcedOn, withdrawnOn } = rate;
  const amount = exact(value);
  if (amount.numerator <= 0n) throw new RangeError(`A rate is above 0: ${kind} ${value}`);
  return {
    kind,
    value: amount,
    provision: provision ?? provisionOfRate(kind),
    source: source ?? 'announced after the release',
    grade: 'sure',
    effectiveFrom: date(effectiveFrom),
    knownFrom: date(knownFrom),
    knownFromResearched: true,
    ...(announcedOn === undefined ? {} : { announcedOn: date(announcedOn) }),
    ...(withdrawnOn === undefined ? {} : { withdrawnOn: date(withdrawnOn) }),
  };
}

/** The shipped row in force that day; undefined after the last one, where the shipped timeline is open. */
function shippedOn({ kind, effectiveFrom }: RateRule): RateRule | undefined {
  const last = SHIPPED_RATES[kind].at(-1);
  if (last === undefined || isAfter(effectiveFrom, last.effectiveFrom)) return undefined;
  return SHIPPED_RATES[kind].findLast((row) => !isAfter(row.effectiveFrom, effectiveFrom)) ?? SHIPPED_RATES[kind][0];
}

const conflict = (rule: RateRule, standing: RateRule, against: 'announced' | 'release'): RateConflict => ({
  code: `rate-disagrees-with-${against}`,
  kind: rule.kind,
  effectiveFrom: iso(rule.effectiveFrom),
  announced: printFraction(rule.value),
  standing: printFraction(standing.value),
});
