import { type PlainDate, dayBefore, isWorkingDay } from '@kvp/calendar';
import type { Month } from '@kvp/stipend';

/** Days worked out before: every schedule names the same few hundred months. */
const known = new Map<string, PlainDate>();
const MOST_KNOWN = 10_000;

function once(key: string, work: () => PlainDate): PlainDate {
  const before = known.get(key);
  if (before !== undefined) return before;
  const day = work();
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(key, day);
  return day;
}

/** The last day of an earning month. */
export const lastDayOf = (month: Month): PlainDate =>
  once(month, () => {
    const of = Temporal.PlainYearMonth.from(month);
    return of.toPlainDate({ day: of.daysInMonth });
  });

/**
 * The day that a month's stipend is paid on: in arrears (STL § 39), so on the municipality's pay day of the month after; on the last working
 * day before it, when it is none (rulebook § 5.4).
 */
export const payDateOf = (month: Month, payDay: number): PlainDate =>
  once(`${month} ${payDay}`, () => {
    let day = Temporal.PlainYearMonth.from(month).add({ months: 1 }).toPlainDate({ day: payDay });
    while (!isWorkingDay(day)) day = dayBefore(day);
    return day;
  });

/** The month before. */
export const monthBefore = (month: Month): Month => Temporal.PlainYearMonth.from(month).subtract({ months: 1 }).toString() as Month;
