import { type PlainDate, compareDays, isAfter } from '@kvp/calendar';

/** Reads once for each stretch what stands still between the days of change. */
export function standingStill<Value>(changes: readonly PlainDate[], read: (day: PlainDate) => Value): (day: PlainDate) => Value {
  const ascending = changes.toSorted(compareDays);
  const kept = new Map<number, Value>();
  return (day) => {
    const stretch = ascending.findLastIndex((change) => !isAfter(change, day));
    const value = kept.get(stretch) ?? read(day);
    kept.set(stretch, value);
    return value;
  };
}
