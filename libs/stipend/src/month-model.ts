import { type Fraction, ONE, ZERO, add, compare, divide, fraction, multiply, subtract } from '@kvp/money';
import type { MonthModelName } from '@kvp/lifecycle';
import type { DayPay } from './day.ts';
import type { Segment } from './segment.ts';
import { countWeekdays, trimToWeekdays } from './weekdays.ts';

/** A month, `2026-06`. */
export type Month = `${number}-${number}`;

/**
 * How days become months; stored with every line. A: each Monday-to-Friday day in programme pays (rulebook § 5.3). B: a twelfth of the
 * year for each month (decided point 30).
 */
export const MONTH_MODELS = {
  A: { name: 'A', version: 1 },
  B: { name: 'B', version: 1 },
  'A+B': { name: 'A+B', version: 1 },
} as const satisfies Readonly<Record<MonthModelName | 'A+B', object>>;
export type MonthModel = (typeof MONTH_MODELS)[keyof typeof MONTH_MODELS];

/** How a month is paid: by both where decisions under different models meet in it. */
export function modelOfMonth(segments: readonly Segment[]): MonthModel {
  const names = new Set(segments.flatMap(({ decidedIn, model }) => (decidedIn === null ? [] : [model])));
  return MONTH_MODELS[names.size > 1 ? 'A+B' : names.has('B') ? 'B' : 'A'];
}

/** The exact stipend of a month, each day by its own model, without the child supplement, which both models pay by the stipend day. */
export function stipendOfMonth(month: Month, segments: readonly Segment[]): Fraction {
  const paidBy = (name: MonthModelName): readonly Segment[] => segments.filter(({ model }) => model === name);
  return add(byDay(paidBy('A')), byTwelfths(month, paidBy('B')));
}

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
  const left = add(...earned.map((segment) => twelfthOf(segment, weekdays)));
  return compare(left, ZERO) < 0 ? ZERO : left;
}

function twelfthOf({ days, pay }: Paying, weekdays: Fraction): Fraction {
  const twelfth = divide(multiply(pay.daily, pay.daysPerYear.value), MONTHS_A_YEAR);
  const share = multiply(twelfth, divide(fraction(days), weekdays), besideWork(pay));
  return subtract(share, multiply(takenByDay(pay), fraction(days)));
}

/** What a run of days gives its month in stipend, by its own model. Under B the month is never below 0, whatever its runs add up to. */
export function stipendOfRun(month: Month, segment: Segment): Fraction {
  const { days, pay, model } = segment;
  if (pay === null) return ZERO;
  return model === 'A' ? multiply(pay.paid.stipend, fraction(days)) : twelfthOf({ ...segment, pay }, fraction(weekdaysOf(month)));
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
