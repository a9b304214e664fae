import { type Fraction, ONE, ZERO, add, compare, divide, fraction, multiply, subtract } from '@kvp/money';
import type { DayPay } from './day.ts';
import type { Segment } from './segment.ts';
import { countWeekdays, trimToWeekdays } from './weekdays.ts';

/** A month, `2026-06`. */
export type Month = `${number}-${number}`;

/**
 * How days become months; stored with every line. A: each Monday-to-Friday day in programme pays (rulebook § 5.3). B: a twelfth of the
 * year for each month (decided point 30).
 */
export const MONTH_MODELS = { A: { name: 'A', version: 1 }, B: { name: 'B', version: 1 } } as const;
export type MonthModelName = keyof typeof MONTH_MODELS;
export type MonthModel = (typeof MONTH_MODELS)[MonthModelName];

/** The exact stipend of a month, without the child supplement, which each model pays by the stipend day. */
export const stipendOfMonth = (model: MonthModelName, month: Month, segments: readonly Segment[]): Fraction =>
  model === 'A' ? byDay(segments) : byTwelfths(month, segments);

/** A run of days that pay. */
type Paying = Segment & { readonly pay: DayPay };

const paying = (segments: readonly Segment[]): readonly Paying[] => segments.filter((segment): segment is Paying => segment.pay !== null);

const byDay = (segments: readonly Segment[]): Fraction =>
  add(...paying(segments).map(({ days, pay }) => multiply(pay.paid.stipend, fraction(days))));

const MONTHS_A_YEAR = fraction(12);

/**
 * A twelfth, cut down to the stipend days among all Monday-to-Friday days of the month and to the share of full time that work leaves;
 * what absence and benefits take is taken by the day, and nothing is paid for a month of which no day is earned.
 */
function byTwelfths(month: Month, segments: readonly Segment[]): Fraction {
  const earned = paying(segments);
  if (!earned.some(({ pay }) => compare(pay.paid.stipend, ZERO) > 0)) return ZERO;
  const weekdays = fraction(weekdaysOf(month));
  const twelfths = earned.map(({ days, pay }) => {
    const twelfth = divide(multiply(pay.daily, pay.daysPerYear.value), MONTHS_A_YEAR);
    return multiply(twelfth, divide(fraction(days), weekdays), besideWork(pay));
  });
  const taken = earned.map(({ days, pay }) => multiply(takenByDay(pay), fraction(days)));
  const left = subtract(add(...twelfths), add(...taken));
  return compare(left, ZERO) < 0 ? ZERO : left;
}

function weekdaysOf(month: Month): number {
  const first = Temporal.PlainYearMonth.from(month).toPlainDate({ day: 1 });
  const weekdays = trimToWeekdays({ from: first, to: first.with({ day: first.daysInMonth }) });
  return weekdays === undefined ? 0 : countWeekdays(weekdays);
}

const besideWork = ({ daily, reductions }: DayPay): Fraction =>
  subtract(ONE, add(...reductions.filter(({ kind }) => kind === 'WORK').map(({ stipend }) => divide(stipend, daily))));

const takenByDay = ({ reductions }: DayPay): Fraction =>
  add(...reductions.filter(({ kind }) => kind !== 'WORK').map(({ stipend }) => stipend));
