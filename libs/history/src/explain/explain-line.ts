import { type IsoDate, daysOf, iso, isWeekday } from '@kvp/calendar';
import { type CaseState, foldCase } from '@kvp/lifecycle';
import { type Fraction, ZERO, add, formatKroner, fraction, multiply, printFraction, roundToOre, subtract } from '@kvp/money';
import type { RateRule } from '@kvp/rulebook';
import {
  PAYEES,
  type Month,
  type Payee,
  type RatesInUse,
  type ScheduleMonth,
  type Segment,
  type SegmentData,
  schedule,
  segmentData,
  stipendFacts,
  stipendOfRun,
} from '@kvp/stipend';
import { dayInOslo } from '../moment.ts';
import type { RecordedCaseEvent } from '../recorded.ts';
import { type Check, checksOf } from './checks.ts';
import { type ExplainedEvent, type ExplainedRate, explainEvents, explainRate } from './sources.ts';

/** A payment line: an earning month and whom it is paid to. */
export interface LineName {
  readonly month: Month;
  readonly payee: Payee;
}

/** A run of equal days, and what they give the line. Exact kroner. */
export interface ExplainedRun extends SegmentData {
  /** Each Monday-to-Friday day of it. */
  readonly dates: readonly IsoDate[];
  /** What of the run goes to the payee of the line. */
  readonly stipend: string;
  readonly supplement: string;
}

/** From a payment line to its days, and from them to rate rows, provisions, events and those who recorded them. */
export interface LineExplanation extends LineName {
  /** `2026-06-participant` */
  readonly line: string;
  /** What was known by then: an instant. */
  readonly knownAt: string;
  /** Kroner, rounded once. */
  readonly amount: string;
  /** Kroner before that. */
  readonly exact: string;
  readonly stipendDays: number;
  readonly model: ScheduleMonth['model'];
  readonly ratesRevision: string;
  readonly noWithholding: boolean;
  readonly runs: readonly ExplainedRun[];
  /** What model B lifts the month up by, so that it is not below 0; `0` else. */
  readonly lifted: string;
  /** Every row that was used. */
  readonly rates: readonly ExplainedRate[];
  /** Every event that the line rests on, by its revision. */
  readonly events: readonly ExplainedEvent[];
  /** The sums of each level; all of them hold. */
  readonly checks: readonly Check[];
}

/** Reads `2026-06-participant`; the payee may be left out. Undefined for anything else. */
export function lineNamed(text: string): LineName | undefined {
  const [, month, payee = 'participant'] = /^(\d{4}-(?:0[1-9]|1[0-2]))(?:-([A-Za-z]+))?$/.exec(text) ?? [];
  const known = PAYEES.find((each) => each === payee);
  return month === undefined || known === undefined ? undefined : { month: month as Month, payee: known };
}

/** Explains one payment line, as `explainLines`; undefined when the schedule had no such line then. */
export const explainLine = (
  recorded: readonly RecordedCaseEvent[],
  { month, payee }: LineName,
  knownAt: Temporal.Instant,
  rates: Omit<RatesInUse, 'knownAt'> = {},
): LineExplanation | undefined => explainLines(recorded, (line) => line.month === month && line.payee === payee, knownAt, rates)[0];

/**
 * Explains the payment lines that are asked for by what was recorded and known at a moment, in the order of the schedule. `rates`: those
 * announced after the release, and the name of all.
 */
export function explainLines(
  recorded: readonly RecordedCaseEvent[],
  isAsked: (line: LineName) => boolean,
  knownAt: Temporal.Instant,
  rates: Omit<RatesInUse, 'knownAt'> = {},
): readonly LineExplanation[] {
  const known = recorded.filter(({ metadata }) => Temporal.Instant.compare(Temporal.Instant.from(metadata.recordedAt), knownAt) <= 0);
  const state = foldCase(known.map(({ event }) => event));
  const facts = stipendFacts(state);
  const lines = facts === null ? [] : schedule(facts, { ...rates, knownAt: dayInOslo(knownAt) });
  return lines.filter(isAsked).map((line) => explained(line, known, state, knownAt));
}

function explained(line: ScheduleMonth, known: readonly RecordedCaseEvent[], state: CaseState, knownAt: Temporal.Instant): LineExplanation {
  const { month, payee } = line;
  const runs = line.segments.map((segment) => explainRun(line, segment));
  const lifted = subtract(line.exact, add(...runs.flatMap(({ given }) => [given.stipend, given.supplement])));
  return {
    ...{ line: `${month}-${payee}`, month, payee, knownAt: knownAt.toString() },
    ...{ amount: formatKroner(line.amount), exact: printFraction(line.exact), stipendDays: line.stipendDays },
    ...{ model: line.model, ratesRevision: line.ratesRevision, noWithholding: line.noWithholding },
    runs: runs.map(({ told }) => told),
    lifted: printFraction(lifted),
    rates: ratesOf(line).map(explainRate),
    events: explainEvents(known, revisionsOf(line, state)),
    checks: checksOf(line, runs, lifted),
  };
}

/** A run as it is told, and the exact parts of it. */
export interface GivingRun {
  readonly told: ExplainedRun;
  readonly given: { readonly stipend: Fraction; readonly supplement: Fraction };
}

function explainRun({ month, payee }: ScheduleMonth, segment: Segment): GivingRun {
  const { pay, days } = segment;
  const isOwn = pay !== null && (pay.claimedIn === null ? payee === 'participant' : payee === 'collectionAgency');
  const given = {
    stipend: payee === 'participant' ? stipendOfRun(month, segment) : ZERO,
    supplement: isOwn ? multiply(pay.paid.supplement, fraction(days)) : ZERO,
  };
  const dates = [...daysOf(segment)].filter(isWeekday).map(iso);
  return {
    told: { ...segmentData(segment), dates, stipend: printFraction(given.stipend), supplement: printFraction(given.supplement) },
    given,
  };
}

function ratesOf({ segments }: ScheduleMonth): readonly RateRule[] {
  const used = segments.flatMap(({ pay }) =>
    pay === null
      ? []
      : [
          ...[pay.G, pay.factor, pay.daysPerYear],
          ...(pay.ageFraction === null ? [] : [pay.ageFraction]),
          ...(pay.children === 0 ? [] : [pay.childRate]),
        ],
  );
  return [...new Set(used)];
}

/** The application has the birth date, the start begins the days, and the rest is what the days say they rest on. */
function revisionsOf({ segments }: ScheduleMonth, { start }: CaseState): ReadonlySet<number> {
  const ofDays = segments.flatMap(({ decidedIn, because, pay }) => [
    ...(decidedIn === null ? [] : [decidedIn]),
    ...(because === null ? [] : [because.recordedIn]),
    ...(pay === null
      ? []
      : [...pay.childrenIn, ...(pay.claimedIn === null ? [] : [pay.claimedIn]), ...pay.reductions.flatMap((each) => each.recordedIn)]),
  ]);
  return new Set([0, ...(start === null ? [] : [start.recordedIn]), ...ofDays]);
}

/** The exact amount of a line, rounded as it is paid. */
export const asPaid = (exact: Fraction): string => formatKroner(roundToOre(exact));
