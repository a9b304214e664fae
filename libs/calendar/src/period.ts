import { type PlainDate, date, dayAfter, daysInclusive, earliest, isAfter, isBefore, latest } from './date.ts';

/** Whole days, both ends inside. Decided point 3. */
export interface Period {
  readonly from: PlainDate;
  readonly to: PlainDate;
}

/** Throws RangeError when the end comes before the start. */
export function period(from: PlainDate | string, to: PlainDate | string): Period {
  const made = { from: typeof from === 'string' ? date(from) : from, to: typeof to === 'string' ? date(to) : to };
  if (isBefore(made.to, made.from))
    throw new RangeError(`A period cannot end (${made.to.toString()}) before it starts (${made.from.toString()}).`);
  return made;
}

export const contains = ({ from, to }: Period, day: PlainDate): boolean => !isBefore(day, from) && !isAfter(day, to);

export const overlap = (a: Period, b: Period): boolean => !isAfter(a.from, b.to) && !isAfter(b.from, a.to);

/** What two periods share, or undefined. */
export const intersection = (a: Period, b: Period): Period | undefined =>
  overlap(a, b) ? { from: latest(a.from, b.from), to: earliest(a.to, b.to) } : undefined;

/** The same days as separate, ascending periods: overlapping and adjoining ones become one. */
export function union(periods: readonly Period[]): readonly Period[] {
  const ascending = [...periods].sort((a, b) => Temporal.PlainDate.compare(a.from, b.from));
  const merged: Period[] = [];
  for (const next of ascending) {
    const last = merged.at(-1);
    if (last !== undefined && !isAfter(next.from, dayAfter(last.to)))
      merged[merged.length - 1] = { from: last.from, to: latest(last.to, next.to) };
    else merged.push(next);
  }
  return merged;
}

/** Calendar days of the union, each day once. */
export const countDays = (periods: readonly Period[]): number =>
  union(periods).reduce((sum, { from, to }) => sum + daysInclusive(from, to), 0);

/** Every day of a period, in order. */
export function* daysOf({ from, to }: Period): Generator<PlainDate> {
  for (let day = from; !isAfter(day, to); day = dayAfter(day)) yield day;
}
