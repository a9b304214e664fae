import { type PlainDate, dayAfter } from './date.ts';
import { isWorkingDay } from './holidays.ts';

/**
 * The day on which whole months are out: the same day of the month, or the last day of a month that lacks it. DL § 148; rulebook
 * § 1.3. The office's own deadlines end there, whatever day it is (decided point 29).
 */
export const monthsAfter = (day: PlainDate, months: number): PlainDate => day.add({ months });

/** The day itself when it is a working day, else the first one after it. DL § 149: neither Saturday nor holiday. */
export function nextWorkingDay(day: PlainDate): PlainDate {
  let next = day;
  while (!isWorkingDay(next)) next = dayAfter(next);
  return next;
}

/**
 * The last day of a deadline that a party has in weeks: the same weekday as the one it runs from, moved when that is a Saturday or a
 * holiday. DL §§ 148 and 149; decided point 29.
 */
export const partyDeadline = (from: PlainDate, weeks: number): PlainDate => nextWorkingDay(from.add({ weeks }));

/** The n-th working day after a day; the day itself is not counted. */
export function workingDaysAfter(day: PlainDate, count: number): PlainDate {
  let last = day;
  for (let left = count; left > 0; left -= 1) last = nextWorkingDay(dayAfter(last));
  return last;
}
