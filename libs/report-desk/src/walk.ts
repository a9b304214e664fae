import type { IsoDate } from '@kvp/calendar';
import { type Area, covers, DISTRICT_NAMES } from '@kvp/reporting';
import type { CaseIndex } from './case-index.ts';

export interface WalkOptions {
  /** Begins after this case: what an earlier walk had done. */
  readonly after?: string | undefined;
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((looked: number, total: number) => void) | undefined;
  /** Cases looked at by an earlier walk. */
  readonly already?: number;
  /** Cases between two looks at the signal. */
  readonly pageSize?: number;
}

export interface Walked {
  readonly looked: number;
  readonly total: number;
  /** The last case that was looked at with all before it. */
  readonly cursor: string | undefined;
  /** False when it was stopped. */
  readonly complete: boolean;
}

const PAGE = 200;
const AT_ONCE = 8;

/** The municipality numbers that lie in an area as of a day, as cases know them. */
async function numbersIn(index: CaseIndex, area: Area, asOf: IsoDate): Promise<readonly string[]> {
  const districts = area.kind === 'district' ? Object.keys(DISTRICT_NAMES) : [null];
  const numbers = await index.municipalities();
  return numbers.filter((municipality) => districts.some((district) => covers(area, { municipality, district }, asOf)));
}

/**
 * Looks at every case of an area, some side by side, a page at a time in order of id: in the memory of a page, whatever the size of the
 * log. Stopped in between, it says after which case to go on.
 */
export async function walk(
  index: CaseIndex,
  area: Area,
  asOf: IsoDate,
  look: (caseId: string) => Promise<void>,
  { after, signal, onProgress, already = 0, pageSize = PAGE }: WalkOptions = {},
): Promise<Walked> {
  const numbers = await numbersIn(index, area, asOf);
  const total = await index.count(numbers);
  let cursor = after;
  let looked = already;
  while (signal?.aborted !== true) {
    const page = await index.page(numbers, cursor, pageSize);
    const cases = page.values();
    const worker = async (): Promise<void> => {
      for (const caseId of cases) await look(caseId);
    };
    await Promise.all(Array.from({ length: AT_ONCE }, worker));
    looked += page.length;
    cursor = page.at(-1) ?? cursor;
    onProgress?.(looked, Math.max(total, looked));
    if (page.length < pageSize) return { looked, total, cursor, complete: true };
  }
  return { looked, total, cursor, complete: false };
}
