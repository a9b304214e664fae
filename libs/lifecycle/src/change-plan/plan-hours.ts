import { type Period, type PlainDate, contains, dayAfter, daysOf, intersection, isWeekday } from '@kvp/calendar';
import type { ActivityKind } from '../kernel/state/handling.ts';

/** An activity with both its days known. */
export interface Stretch extends Period {
  readonly kind: ActivityKind;
  readonly hoursPerWeek: number;
}

/** The hours a week that are filled on a day, by activities of the kinds asked about. */
export const hoursOn = (stretches: readonly Stretch[], day: PlainDate, kinds?: readonly ActivityKind[]): number =>
  stretches
    .filter((stretch) => contains(stretch, day) && (kinds?.includes(stretch.kind) ?? true))
    .reduce((sum, { hoursPerWeek }) => sum + hoursPerWeek, 0);

/** The weekdays of the period on which the hours may become others, ascending: between two of them every weekday is alike. */
export function daysOfChange(stretches: readonly Stretch[], period: Period): readonly PlainDate[] {
  const days = [period.from, ...stretches.flatMap(({ from, to }) => [from, dayAfter(to)])];
  return days
    .map(nextWeekday)
    .filter((day) => contains(period, day))
    .sort((a, b) => Temporal.PlainDate.compare(a, b));
}

function nextWeekday(day: PlainDate): PlainDate {
  let next = day;
  while (!isWeekday(next)) next = dayAfter(next);
  return next;
}

/** All hours of a period that activities of some kinds fill, a fifth of the week each weekday. */
export const hoursIn = (stretches: readonly Stretch[], period: Period, kinds: readonly ActivityKind[]): number =>
  stretches
    .filter(({ kind }) => kinds.includes(kind))
    .reduce((sum, { hoursPerWeek, ...days }) => sum + (hoursPerWeek / 5) * weekdaysIn(intersection(days, period)), 0);

const weekdaysIn = (period: Period | undefined): number => (period === undefined ? 0 : [...daysOf(period)].filter(isWeekday).length);
