import { type PlainDate, dayBefore, isWorkingDay } from '@kvp/calendar';
import type { Month } from '@kvp/stipend';

/** The last day of an earning month. */
export function lastDayOf(month: Month): PlainDate {
  const of = Temporal.PlainYearMonth.from(month);
  return of.toPlainDate({ day: of.daysInMonth });
}

/**
 * The day that a month's stipend is paid on: in arrears (STL § 39), so on the municipality's pay day of the month after; on the last working
 * day before it, when it is none (rulebook § 5.4).
 */
export function payDateOf(month: Month, payDay: number): PlainDate {
  let day = Temporal.PlainYearMonth.from(month).add({ months: 1 }).toPlainDate({ day: payDay });
  while (!isWorkingDay(day)) day = dayBefore(day);
  return day;
}

/** The month before. */
export const monthBefore = (month: Month): Month => Temporal.PlainYearMonth.from(month).subtract({ months: 1 }).toString() as Month;
