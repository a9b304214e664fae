import { type PlainDate, compareDays, isAfter, isSame } from '@kvp/calendar';

/** Days in order, each once: many facts may change on one. */
export const inOrder = (days: readonly PlainDate[]): readonly PlainDate[] =>
  days.toSorted(compareDays).filter((day, nth, all) => nth === 0 || !isSame(day, all[nth - 1] as PlainDate));

/** Reads once for each stretch what stands still between the days of change. */
export function standingStill<Value>(changes: readonly PlainDate[], read: (day: PlainDate) => Value): (day: PlainDate) => Value {
  const ascending = inOrder(changes);
  const kept = new Map<number, Value>();
  return (day) => {
    const stretch = ascending.findLastIndex((change) => !isAfter(change, day));
    const value = kept.get(stretch) ?? read(day);
    kept.set(stretch, value);
    return value;
  };
}
