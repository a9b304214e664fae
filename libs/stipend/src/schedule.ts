import type { PlainDate } from '@kvp/calendar';
import { type Fraction, type Ore, ZERO, add, fraction, multiply, roundToOre } from '@kvp/money';
import { RATES_RELEASE } from '@kvp/rulebook';
import { type DayPay, type RatesInUse, programmeSpan } from './day.ts';
import type { StipendFacts } from './facts.ts';
import { type Segment, stipendSegments } from './segment.ts';

/** A month, `2026-06`. */
export type Month = `${number}-${number}`;

/** How days become months; stored with every line. A: each Monday-to-Friday day in programme pays (rulebook § 5.3). */
export const MONTH_MODEL = { name: 'A', version: 1 } as const;

/** One payment line: what is due for an earning month. Decided point 10. */
export interface ScheduleMonth {
  readonly month: Month;
  readonly payee: 'participant';
  /** Days that pay. */
  readonly stipendDays: number;
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
  readonly model: typeof MONTH_MODEL;
  readonly ratesRelease: string;
}

/**
 * What is due for every month of a programme, from the first day that a decision pays for to the last; a month in which
 * nothing is earned is there with 0. Nothing in it depends on today.
 */
export function schedule(facts: StipendFacts, rates: RatesInUse = {}): readonly ScheduleMonth[] {
  const segments = Map.groupBy(stipendSegments(facts, rates), ({ from }) => monthOf(from));
  return monthsOf(facts).map((month) => scheduleMonth(month, segments.get(month) ?? []));
}

function scheduleMonth(month: Month, segments: readonly Segment[]): ScheduleMonth {
  const stipend = sum(segments, ({ daily }) => daily);
  const childSupplement = sum(segments, ({ supplement }) => supplement);
  const exact = add(stipend, childSupplement);
  return {
    month,
    payee: 'participant',
    stipendDays: segments.reduce((days, segment) => days + (segment.pay === null ? 0 : segment.days), 0),
    segments,
    stipend: roundToOre(stipend),
    childSupplement: roundToOre(childSupplement),
    exact,
    amount: roundToOre(exact),
    noWithholding: isWithoutWithholding(month),
    model: MONTH_MODEL,
    ratesRelease: RATES_RELEASE,
  };
}

/** The stipend of June is free of withholding since 15 June 2011. Rulebook § 5.6. */
const isWithoutWithholding = (month: Month): boolean => month.endsWith('-06') && month >= '2011-06';

const sum = (segments: readonly Segment[], component: (pay: DayPay) => Fraction): Fraction =>
  add(...segments.map(({ days, pay }) => (pay === null ? ZERO : multiply(component(pay), fraction(days)))));

export const monthOf = (day: PlainDate): Month => day.toPlainYearMonth().toString() as Month;

function monthsOf(facts: StipendFacts): readonly Month[] {
  const span = programmeSpan(facts);
  if (span === undefined) return [];
  const months: Month[] = [];
  for (let first = span.from.with({ day: 1 }); Temporal.PlainDate.compare(first, span.to) <= 0; first = first.add({ months: 1 }))
    months.push(monthOf(first));
  return months;
}
