import {
  type Period,
  type PlainDate,
  contains,
  dayBefore,
  daysOf,
  earliest,
  isAfter,
  isBefore,
  isWeekday,
  latest,
  reachesAge,
} from '@kvp/calendar';
import { type LegalForm, activePause } from '@kvp/lifecycle';
import { type Fraction, divide, fraction, multiply, ONE } from '@kvp/money';
import { type RateRule, type Rates, ratesAt } from '@kvp/rulebook';
import type { StipendFacts, SupportedChild } from './facts.ts';

/** What a day is, exactly one thing. `NO_DECISION`: a lapse between two decision periods. */
export type DayState = 'IN_PROGRAMME' | LegalForm | 'NO_DECISION';

/** What a stipend day pays and why, in exact kroner, with the row of the rulebook behind every factor. */
export interface DayPay {
  /** G × factor × age fraction / days a year. STL § 35. */
  readonly daily: Fraction;
  readonly G: RateRule;
  readonly factor: RateRule;
  /** Null: the full stipend, from the 25th birthday itself. */
  readonly ageFraction: RateRule | null;
  readonly daysPerYear: RateRule;
  /** Children × child rate. KVPF § 3. */
  readonly supplement: Fraction;
  readonly children: number;
  readonly childRate: RateRule;
}

export interface StipendDay {
  readonly date: PlainDate;
  readonly state: DayState;
  /** Null: nothing is earned. */
  readonly pay: DayPay | null;
}

/** As whom to compute: what was known when (all of it when left out), and rates that came after the release. */
export interface RatesInUse {
  readonly knownAt?: PlainDate;
  readonly announced?: readonly RateRule[];
}

/** One record for each Monday-to-Friday day from the first day paid for to the last. Model A: each of them pays. */
export function stipendDays(facts: StipendFacts, rates: RatesInUse = {}): readonly StipendDay[] {
  const span = programmeSpan(facts);
  const stipendDay = dayReader(facts, rates);
  return span === undefined ? [] : [...daysOf(span)].filter(isWeekday).map(stipendDay);
}

/** From the first day that a decision pays for to the last, lapses inside; undefined when there is none. */
export function programmeSpan({ paidPeriods: [first, ...rest] }: StipendFacts): Period | undefined {
  if (first === undefined) return undefined;
  return { from: earliest(first.from, ...rest.map(({ from }) => from)), to: latest(first.to, ...rest.map(({ to }) => to)) };
}

/** Prepares what does not change from day to day, and answers for any day. */
export function dayReader(facts: StipendFacts, { knownAt, announced }: RatesInUse): (day: PlainDate) => StipendDay {
  const fullFrom = reachesAge(facts.birthDate, FULL_STIPEND_AGE);
  const support = supportPeriods(facts.children);
  return (day) => {
    const { state, paid } = stateOn(facts, day);
    const children = support.filter((period) => contains(period, day)).length;
    return { date: day, state, pay: paid ? payOf(ratesAt(day, knownAt, announced), isBefore(day, fullFrom), children) : null };
  };
}

/** STL § 35: two thirds of the stipend to participants under 25. */
export const FULL_STIPEND_AGE = 25;

/** A child is supported until the day before it is 18 (FTL § 1-6, as for the work assessment allowance). */
const ADULT_AGE = 18;

/** The days that each child is supported: as the caseworker set them, never before birth or from the 18th birthday. */
export const supportPeriods = (children: readonly SupportedChild[]): readonly Period[] =>
  children
    .map(({ birthDate, from, to }) => {
      const lastAsChild = dayBefore(reachesAge(birthDate, ADULT_AGE));
      return { from: latest(from, birthDate), to: to === null ? lastAsChild : earliest(to, lastAsChild) };
    })
    .filter(({ from, to }) => !isAfter(from, to));

/** Where pauses overlap, the strongest decides. Rulebook § 9.10. */
function stateOn(facts: StipendFacts, day: PlainDate): { state: DayState; paid: boolean } {
  if (!facts.paidPeriods.some((period) => contains(period, day))) return { state: 'NO_DECISION', paid: false };
  const pause = activePause(facts, day);
  return pause === undefined ? { state: 'IN_PROGRAMME', paid: true } : { state: pause.legalForm, paid: pause.withStipend };
}

const payOf = ({ G, factor, under25Fraction, daysPerYear, childRate }: Rates, under25: boolean, children: number): DayPay => ({
  daily: divide(multiply(G.value, factor.value, under25 ? under25Fraction.value : ONE), daysPerYear.value),
  G,
  factor,
  ageFraction: under25 ? under25Fraction : null,
  daysPerYear,
  supplement: multiply(childRate.value, fraction(children)),
  children,
  childRate,
});
