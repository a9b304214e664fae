import type { PlainDate } from '@kvp/calendar';
import { type Fraction, type Ore, ZERO, add, compare, fraction, multiply, roundToOre } from '@kvp/money';
import { RATES_RELEASE } from '@kvp/rulebook';
import { type RatesInUse, programmeSpan } from './day.ts';
import type { StipendFacts } from './facts.ts';
import { type Month, type MonthModel, modelOfMonth, stipendOfMonth } from './month-model.ts';
import type { Payee } from './payee.ts';
import { type Segment, stipendSegments } from './segment.ts';

/** One payment line: what is due for an earning month to a payee. Decided point 10. */
export interface ScheduleMonth {
  readonly month: Month;
  readonly payee: Payee;
  /** Days that pay this payee. */
  readonly stipendDays: number;
  /** Of the participant every day of the month; of the collection agency those whose supplement it has. */
  readonly segments: readonly Segment[];
  /** The two components, each rounded for display only. */
  readonly stipend: Ore;
  readonly childSupplement: Ore;
  /** Kroner before the rounding, for the trace. */
  readonly exact: Fraction;
  /** The line: `exact` rounded once, half up. Decided point 1. */
  readonly amount: Ore;
  /** Nothing is withheld from the stipend earned in June (skattebetalingsforskriften § 5-7-1). Decided point 31. */
  readonly noWithholding: boolean;
  readonly model: MonthModel;
  /** Names the rates that it was computed on. */
  readonly ratesRevision: string;
}

/** On which rates. */
export type ScheduleOptions = RatesInUse;

/**
 * What is due for every month of a programme, from the first day that a decision pays for to the last; a month in which
 * nothing is earned is there with 0. The supplement that the collection agency has is a line of its own (KVPF § 4). Nothing in it depends
 * on today.
 */
export function schedule(facts: StipendFacts, { revision = RATES_RELEASE, ...rates }: ScheduleOptions = {}): readonly ScheduleMonth[] {
  const segments = Map.groupBy(stipendSegments(facts, rates), ({ from }) => monthOf(from));
  return monthsOf(facts).flatMap((month) => linesOf(month, segments.get(month) ?? [], revision));
}

function linesOf(month: Month, segments: readonly Segment[], ratesRevision: string): readonly ScheduleMonth[] {
  const stipend = stipendOfMonth(month, segments);
  const claimed = segments.filter(({ pay }) => pay !== null && pay.claimedIn !== null && compare(pay.paid.supplement, ZERO) > 0);
  const own = segments.filter((segment) => !claimed.includes(segment));
  const paysParticipant = ({ pay }: Segment): boolean => pay !== null && compare(pay.paid.stipend, ZERO) > 0;
  const paysOwnSupplement = (segment: Segment): boolean => own.includes(segment) && compare(segment.pay?.paid.supplement ?? ZERO, ZERO) > 0;
  const stipendDays = daysOf(segments.filter((segment) => paysParticipant(segment) || paysOwnSupplement(segment)));
  const both = { month, model: modelOfMonth(segments), ratesRevision };
  const toParticipant = line({ ...both, payee: 'participant', segments, stipendDays, stipend, supplement: supplementOf(own) });
  if (claimed.length === 0) return [toParticipant];
  const ofAgency = { segments: claimed, stipendDays: daysOf(claimed), stipend: ZERO, supplement: supplementOf(claimed) };
  const toAgency = line({ ...both, payee: 'collectionAgency', ...ofAgency });
  return [toParticipant, toAgency];
}

interface Parts {
  readonly month: Month;
  readonly payee: Payee;
  readonly segments: readonly Segment[];
  readonly stipendDays: number;
  readonly stipend: Fraction;
  readonly supplement: Fraction;
  readonly model: MonthModel;
  readonly ratesRevision: string;
}

function line({ month, payee, segments, stipendDays, stipend, supplement, model, ratesRevision }: Parts): ScheduleMonth {
  const exact = add(stipend, supplement);
  return {
    month,
    payee,
    stipendDays,
    segments,
    stipend: roundToOre(stipend),
    childSupplement: roundToOre(supplement),
    exact,
    amount: roundToOre(exact),
    noWithholding: isWithoutWithholding(month),
    model,
    ratesRevision,
  };
}

const daysOf = (segments: readonly Segment[]): number => segments.reduce((sum, { days }) => sum + days, 0);

/** The stipend of June is free of withholding since 15 June 2011. Rulebook § 5.6. */
const isWithoutWithholding = (month: Month): boolean => month.endsWith('-06') && month >= '2011-06';

const supplementOf = (segments: readonly Segment[]): Fraction =>
  add(...segments.map(({ days, pay }) => (pay === null ? ZERO : multiply(pay.paid.supplement, fraction(days)))));

export const monthOf = (day: PlainDate): Month => day.toPlainYearMonth().toString() as Month;

function monthsOf(facts: StipendFacts): readonly Month[] {
  const span = programmeSpan(facts);
  if (span === undefined) return [];
  const months: Month[] = [];
  for (let first = span.from.with({ day: 1 }); Temporal.PlainDate.compare(first, span.to) <= 0; first = first.add({ months: 1 }))
    months.push(monthOf(first));
  return months;
}
