import { setTimeout as pause } from 'node:timers/promises';
import { orAborted } from './abort.ts';
import type { Bell } from './bell.ts';
import { StoreUnavailable } from './errors.ts';
import type { Page, RecordedEvent, SubscribeOptions } from './port.ts';

/** A log, or one stream of it, that is read page by page. */
export interface Source<Place> {
  /** The next events after a place, at most `limit`; fewer means that there were no more. */
  read(after: Place | undefined, limit: number): Promise<readonly RecordedEvent[]>;
  placeOf(event: RecordedEvent): Place;
  /** Rings when the log may have grown. */
  readonly bell: Bell;
  /** Reads again after so long without a ring, in milliseconds. */
  readonly pollMs: number;
  /** Live pages are at least so many milliseconds apart: of a busy log, each then brings more than one event. At once when left out. */
  readonly gatherMs?: number;
  /** Ends every subscription of the store. */
  readonly closing: AbortSignal;
  /** Told of every read that failed and will be tried again. */
  onTrouble?(error: Error): void;
}

interface Reading {
  readonly events: readonly RecordedEvent[];
  /** Count of the bell before the read: a higher one afterwards may mean something that the read did not see. */
  readonly heard: number;
}

const DEFAULT_PAGE = 1_000;
const FIRST_BACKOFF_MS = 50;
const LONGEST_BACKOFF_MS = 5_000;

/**
 * Catch-up, then live: pages in order until the signal aborts, the store closes or the loop is left. The next page is fetched while one
 * is handled. A store that cannot be reached is tried again for ever, with growing, jittered pauses; any other error ends the loop.
 */
export async function* follow<Place>(source: Source<Place>, options: SubscribeOptions<Place>): AsyncGenerator<Page, void, void> {
  const limit = options.pageSize ?? DEFAULT_PAGE;
  const { gatherMs = 0 } = source;
  if (!Number.isInteger(limit) || limit < 1) throw new RangeError('A page holds a whole number of events, at least one.');
  const left = new AbortController();
  const signal = AbortSignal.any([left.signal, source.closing, ...(options.signal === undefined ? [] : [options.signal])]);

  let after = options.after;
  let ahead: Promise<Reading> | undefined;
  let caughtUp = false;
  try {
    for (;;) {
      const reading = await orAborted(ahead ?? readPatiently(source, after, limit, signal), signal);
      if (reading === undefined || signal.aborted) return;
      const { events, heard } = reading;
      const readAt = performance.now();
      const last = events.at(-1);
      if (last !== undefined) after = source.placeOf(last);
      const full = events.length === limit;
      ahead = full ? readPatiently(source, after, limit, signal) : undefined;
      // A failure while the page is being handled is thrown when it is asked for, not reported as unhandled.
      ahead?.catch(() => undefined);
      if (events.length > 0 || !caughtUp) yield { events, caughtUp: !full };
      caughtUp = !full;
      if (full) continue;
      await source.bell.after(heard, source.pollMs, signal);
      const early = readAt + gatherMs - performance.now();
      if (early > 0) await orAborted(pause(early), signal);
    }
  } finally {
    left.abort();
  }
}

async function readPatiently<Place>(source: Source<Place>, after: Place | undefined, limit: number, signal: AbortSignal): Promise<Reading> {
  for (let attempt = 0; ; attempt += 1) {
    const heard = source.bell.count;
    try {
      return { events: await source.read(after, limit), heard };
    } catch (error) {
      if (signal.aborted) return { events: [], heard };
      if (!(error instanceof StoreUnavailable)) throw error;
      source.onTrouble?.(error);
      await source.bell.after(heard, backoffMs(attempt), signal);
    }
  }
}

/** Doubles up to 5 s, less up to half of it by chance, so that many subscribers do not come back at one moment. */
const backoffMs = (attempt: number): number => Math.min(FIRST_BACKOFF_MS * 2 ** attempt, LONGEST_BACKOFF_MS) * (0.5 + Math.random() / 2);
