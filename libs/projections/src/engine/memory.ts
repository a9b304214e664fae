/** What one line keeps in memory at most. */
export interface LineMemory {
  /** Characters of the states, as JSON, of cases that it need not read again. */
  readonly cached: number;
  /** Rows that wait to be written, more or less; as many again are being written. */
  readonly rows: number;
}

/** Some 10 000 cases; more saves no reading that is worth it. */
const MOST_CACHED = 32_000_000;
const MOST_ROWS = 20_000;

/** Fewer than these, and a line would read and write case by case. */
const LEAST_CACHED = 500_000;
const LEAST_ROWS = 1_000;

/** Bytes of memory that a character of a cached state takes once it is an object; and that a row takes, waiting and being written. */
const PER_CHARACTER = 6;
const PER_ROW = 4_000;

/**
 * What each of so many lines may keep, in a process whose heap is limited to so many bytes: together no more than half of it, half of
 * that for states and half for rows. A projector on a small machine reads more, and does not run out of memory while it catches up.
 */
export function lineMemory(heapLimit: number, lines: number): LineMemory {
  const half = heapLimit / 2 / Math.max(lines, 1) / 2;
  const between = (least: number, most: number, asked: number): number => Math.round(Math.min(most, Math.max(least, asked)));
  return { cached: between(LEAST_CACHED, MOST_CACHED, half / PER_CHARACTER), rows: between(LEAST_ROWS, MOST_ROWS, half / PER_ROW) };
}
