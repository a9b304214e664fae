/** How many there are of each value, in any order. */
export type Distribution = readonly (readonly [value: number, count: number])[];

const countOf = (values: Distribution): number => values.reduce((sum, [, count]) => sum + count, 0);

/** The mean to one decimal, half up, without floating point on the way; null of nothing. */
export function meanOf(values: Distribution): number | null {
  const count = countOf(values);
  if (count === 0) return null;
  const sum = values.reduce((total, [value, of]) => total + value * of, 0);
  return Math.floor((sum * 20 + count) / (count * 2)) / 10;
}

/** The one in the middle, or half way between the two in the middle; null of nothing. */
export function medianOf(values: Distribution): number | null {
  const count = countOf(values);
  if (count === 0) return null;
  const ascending = [...values].sort(([a], [b]) => a - b);
  const at = (place: number): number => {
    let passed = 0;
    for (const [value, of] of ascending) if ((passed += of) > place) return value;
    return ascending.at(-1)?.[0] ?? 0;
  };
  return (at(Math.floor((count - 1) / 2)) + at(Math.floor(count / 2))) / 2;
}
