import { type PlainDate, compareDays, isAfter, latest } from '@kvp/calendar';
import { type RateKind, type RateRule, RATE_KINDS } from './rate.ts';
import { SHIPPED_RATES } from './release.ts';

/** The rates of one day, each with the row it comes from. Units: see RateKind. */
export type Rates = Readonly<Record<RateKind, RateRule>>;

/**
 * The rates in force on a day, as they could be known on another; `undefined` asks for all that is known by now. The days of
 * knowing and of effect are both inside. `announced`: rows that `announceRates` accepted.
 * Throws RangeError for a day or a moment before the scheme began (1 November 2007): nothing was paid.
 */
export function ratesAt(day: PlainDate, knownAt?: PlainDate, announced: readonly RateRule[] = []): Rates {
  const inForce = (kind: RateKind): RateRule => {
    const row = timeline(kind, knownAt, announced).findLast(({ effectiveFrom }) => !isAfter(effectiveFrom, day));
    if (row === undefined) throw new RangeError(`No ${kind} is known for ${day.toString()}: the scheme had not begun.`);
    return row;
  };
  return {
    G: inForce('G'),
    factor: inForce('factor'),
    under25Fraction: inForce('under25Fraction'),
    daysPerYear: inForce('daysPerYear'),
    childRate: inForce('childRate'),
  };
}

/** The days on which a rate takes effect, in no order: between two of them all rates stand still. */
export const rateChanges = (knownAt?: PlainDate, announced: readonly RateRule[] = []): readonly PlainDate[] =>
  RATE_KINDS.flatMap((kind) => timeline(kind, knownAt, announced).map(({ effectiveFrom }) => effectiveFrom));

/**
 * The rows of a kind that are known, oldest first; of two from the same day the announced one is last, and counts. `announceRates` lets
 * none through that disagrees with a shipped row, so that this decides for hypothetical rates alone.
 */
function timeline(kind: RateKind, knownAt: PlainDate | undefined, announced: readonly RateRule[]): readonly RateRule[] {
  const news = announced.filter((row) => row.kind === kind);
  const rows = news.length === 0 ? SHIPPED_RATES[kind] : [...SHIPPED_RATES[kind], ...news].sort(byEffectiveDay);
  return rows.filter((row) => isRateKnown(row, knownAt));
}

const byEffectiveDay = (a: RateRule, b: RateRule): number => compareDays(a.effectiveFrom, b.effectiveFrom);

/** Known and announced on a day, and not withdrawn yet; without a day: as it stands now. */
export function isRateKnown({ knownFrom, announcedOn = knownFrom, withdrawnOn }: RateRule, knownAt: PlainDate | undefined): boolean {
  if (knownAt === undefined) return withdrawnOn === undefined;
  return !isAfter(latest(knownFrom, announcedOn), knownAt) && (withdrawnOn === undefined || isAfter(withdrawnOn, knownAt));
}
