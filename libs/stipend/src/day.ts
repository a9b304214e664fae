import {
  type Period,
  type PlainDate,
  contains,
  date,
  dayAfter,
  daysOf,
  earliest,
  isBefore,
  isWeekday,
  latest,
  reachesAge,
} from '@kvp/calendar';
import type { LegalForm, MonthModelName, StipendState } from '@kvp/lifecycle';
import { type Fraction, ONE, divide, fraction, multiply } from '@kvp/money';
import { type RateRule, type Rates, rateChanges, ratesAt, ruleChanges, rulebook } from '@kvp/rulebook';
import { type SupportPeriod, supportPeriods } from './children.ts';
import { type DayInProgramme, programmeReader } from './day-in-programme.ts';
import type { PaidPeriod, StipendFacts } from './facts.ts';
import { agencyClaim } from './payee.ts';
import { type Amounts, type LawOf, type Reduction, reduce } from './reductions.ts';
import { standingStill } from './standing-still.ts';

/** What a day is, exactly one thing. `NO_DECISION`: a lapse between two decision periods. */
export type DayState = 'IN_PROGRAMME' | LegalForm | 'ILLNESS' | 'HOLIDAY' | 'NO_DECISION';

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
  /** Revisions of the events that the children are known by, ascending. */
  readonly childrenIn: readonly number[];
  readonly childRate: RateRule;
  /** Revision of the event by which the supplement goes to the collection agency; null: to the participant. KVPF § 4. */
  readonly claimedIn: number | null;
  readonly reductions: readonly Reduction[];
  /** What is left of `daily` and `supplement`. */
  readonly paid: Amounts;
}

/** The event that made a day what it is, and the provision that it rests on. */
export interface Ground {
  readonly provision: string;
  readonly recordedIn: number;
}

export interface StipendDay {
  readonly date: PlainDate;
  readonly state: DayState;
  /** Revision of the decision that covers the day; null in a lapse. */
  readonly decidedIn: number | null;
  /** How the month of the day is paid by that decision. */
  readonly model: MonthModelName;
  /** The pause or absence behind the state; null on a day of attendance. */
  readonly because: Ground | null;
  /** Null: nothing is earned. */
  readonly pay: DayPay | null;
}

/** As whom to compute: what was known when (all of it when left out), rates that came after the release, and the name of both. */
export interface RatesInUse {
  readonly knownAt?: PlainDate;
  readonly announced?: readonly RateRule[];
  readonly revision?: string;
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

/** After every day on which a row of the release could be known. */
const BY_NOW = date('9999-12-31');

/** Prepares what does not change from day to day, and answers for any day. */
export function dayReader(facts: StipendFacts, { knownAt, announced }: RatesInUse): (day: PlainDate) => StipendDay {
  const fullFrom = reachesAge(facts.birthDate, FULL_STIPEND_AGE);
  const support = supportPeriods(facts.children);
  const inProgramme = programmeReader(facts);
  const lawOf: LawOf = standingStill(lawChanges(), (day) => rulebook.at(day, knownAt ?? BY_NOW));
  const fullPayOf = standingStill(
    [fullFrom, ...rateChanges(knownAt, announced), ...support.flatMap(({ from, to }) => [from, dayAfter(to)])],
    (day) => fullPay(ratesAt(day, knownAt, announced), isBefore(day, fullFrom), supportedOn(support, day)),
  );
  return (day) => {
    const decision = decisionOf(facts, day);
    if (decision === null) return { date: day, state: 'NO_DECISION', decidedIn: null, model: 'A', because: null, pay: null };
    const { decidedIn } = decision;
    const model = modelOf(decision, day);
    const of = inProgramme(day);
    const pay = (): DayPay => {
      const full = fullPayOf(day);
      const { paid, reductions } = reduce({ stipend: full.daily, supplement: full.supplement }, facts, { on: day, of, lawOf });
      return { ...full, claimedIn: agencyClaim(facts.maintenance, day, lawOf), reductions, paid };
    };
    return { date: day, state: stateOf(of), decidedIn, model, because: groundOf(of), pay: of.pays ? pay() : null };
  };
}

/** The days on which the rules that a stipend day is read by take effect. */
export const lawChanges = (): readonly PlainDate[] => ruleChanges('stipend', 'childSupplement', 'content');

/** STL § 35: two thirds of the stipend to participants under 25. */
export const FULL_STIPEND_AGE = 25;

/** The decision that covers a day: of several the last one. */
function decisionOf({ paidPeriods }: StipendFacts, day: PlainDate): PaidPeriod | null {
  let last: PaidPeriod | null = null;
  for (const period of paidPeriods) if (contains(period, day) && (last === null || period.decidedIn > last.decidedIn)) last = period;
  return last;
}

const modelOf = ({ monthModels = [] }: PaidPeriod, day: PlainDate): MonthModelName =>
  monthModels.findLast(({ from }) => !isBefore(day, from))?.model ?? 'A';

const STATE_OF: Readonly<Record<StipendState, DayState>> = {
  interruption: 'INTERRUPTION',
  leaveWithoutStipend: 'LEAVE_WITHOUT_STIPEND',
  leaveWithStipend: 'LEAVE_WITH_STIPEND',
  illness: 'ILLNESS',
  holiday: 'HOLIDAY',
  attendance: 'IN_PROGRAMME',
};

const stateOf = ({ stipend }: DayInProgramme): DayState => (stipend === null ? 'NO_DECISION' : STATE_OF[stipend]);

function groundOf({ because }: DayInProgramme): Ground | null {
  if (because === null) return null;
  return { provision: because.provision, recordedIn: 'legalForm' in because ? because.decidedIn : because.recordedIn };
}

const supportedOn = (support: readonly SupportPeriod[], day: PlainDate): readonly number[] =>
  support
    .filter((period) => contains(period, day))
    .map(({ recordedIn }) => recordedIn)
    .sort((a, b) => a - b);

const fullPay = (
  { G, factor, under25Fraction, daysPerYear, childRate }: Rates,
  under25: boolean,
  childrenIn: readonly number[],
): Omit<DayPay, 'claimedIn' | 'reductions' | 'paid'> => ({
  daily: divide(multiply(G.value, factor.value, under25 ? under25Fraction.value : ONE), daysPerYear.value),
  G,
  factor,
  ageFraction: under25 ? under25Fraction : null,
  daysPerYear,
  supplement: multiply(childRate.value, fraction(childrenIn.length)),
  children: childrenIn.length,
  childrenIn,
  childRate,
});
