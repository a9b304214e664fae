import { type Period, daysInclusive, isAfter } from '@kvp/calendar';

const SATURDAY = 6;
const SUNDAY = 7;

/** The same period from its first to its last Monday-to-Friday day; undefined when it has none. */
export function trimToWeekdays({ from, to }: Period): Period | undefined {
  const first = from.dayOfWeek >= SATURDAY ? from.add({ days: SUNDAY + 1 - from.dayOfWeek }) : from;
  const last = to.dayOfWeek >= SATURDAY ? to.subtract({ days: to.dayOfWeek - SATURDAY + 1 }) : to;
  return isAfter(first, last) ? undefined : { from: first, to: last };
}

/** Monday-to-Friday days of a period that begins and ends on one: all its days, less two for each weekend it runs across. */
export function countWeekdays({ from, to }: Period): number {
  const days = daysInclusive(from, to);
  const weekends = Math.trunc((from.dayOfWeek - 1 + days - 1) / 7);
  return days - 2 * weekends;
}
