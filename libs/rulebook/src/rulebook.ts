import type { PlainDate } from '@kvp/calendar';
import { type Rows, inForce } from './epochs/rows.ts';
import { type RateRule, type Rates, ratesAt } from './rates/index.ts';
import { type Rules, TABLES, allTables, assemble } from './tables.ts';

/** Names the shipped set of rows; stored with every decision, so that it can be decided again on the same law. */
export const LAW_RELEASE = '2026-07-02';

/** The law of one day, as it could be known on another: one immutable value. */
export interface Law extends Rules {
  readonly date: PlainDate;
  readonly knownAt: PlainDate;
  readonly release: string;
  /** Throws RangeError for a day before the scheme began: nothing was paid. */
  readonly rates: Rates;
}

/** A day as a number that is greater the later it is: looked up far more often than it is written. */
const ordinal = ({ year, month, day }: PlainDate): number => (year * 100 + month) * 100 + day;

/** The days on which any rule changed or became known, ascending: between two of them the rules stand still. */
const BOUNDARIES: readonly number[] = [
  ...new Set(allTables().flatMap((rows) => rows.flatMap(({ effectiveFrom, knownFrom }) => [ordinal(effectiveFrom), ordinal(knownFrom)]))),
].sort((a, b) => a - b);

/** How many boundaries a day has reached. */
function stretchOf(day: PlainDate): number {
  const asked = ordinal(day);
  let [reached, beyond] = [0, BOUNDARIES.length];
  while (reached < beyond) {
    const middle = (reached + beyond) >>> 1;
    if ((BOUNDARIES[middle] ?? Infinity) <= asked) reached = middle + 1;
    else beyond = middle;
  }
  return reached;
}

/** Every command asks for a law, and there are only as many as there are pairs of stretches: each is put together once. */
const kept = new Map<number, Rules>();

function rulesBetween(day: PlainDate, knownAt: PlainDate): Rules {
  const key = stretchOf(day) * (BOUNDARIES.length + 1) + stretchOf(knownAt);
  const rules = kept.get(key) ?? assemble((rows) => inForce(rows, day, knownAt));
  kept.set(key, rules);
  return rules;
}

/**
 * The law of `day` as known on `knownAt`, with rates that were announced after the release. Pure; the same arguments give the same law in
 * every run of this release.
 */
const at = (day: PlainDate, knownAt: PlainDate, announced: readonly RateRule[] = []): Law =>
  Object.freeze({
    date: day,
    knownAt,
    release: LAW_RELEASE,
    ...rulesBetween(day, knownAt),
    // Few commands ask for rates, and before the scheme there are none: looked up when asked.
    get rates(): Rates {
      return ratesAt(day, knownAt, announced);
    },
  });

/** The days on which a rule of some groups takes effect, in no order: between two of them these rules stand still. */
export const ruleChanges = (...groups: readonly (keyof Rules)[]): readonly PlainDate[] =>
  groups.flatMap((group) =>
    (Object.values(TABLES[group]) as readonly Rows<unknown>[]).flatMap((rows) => rows.map(({ effectiveFrom }) => effectiveFrom)),
  );

export const rulebook = { at } as const;
