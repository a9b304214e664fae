import { StoreUnavailable } from '../errors.ts';
import type { Page, RecordedEvent, SubscribeOptions } from '../port.ts';
import type { Feed } from './feed.ts';
import type { Settings } from './settings.ts';
import { fromServer } from './stored-form.ts';
import { readError } from './trouble.ts';
import { pause } from './waiting.ts';

/** The whole log or one stream, as a subscription sees it. */
export interface Source<Place extends string | number> {
  open(after: Place | undefined): Promise<Feed>;
  head(): Promise<Place | null>;
  placeOf(event: RecordedEvent): Place;
  /** Ends every subscription of the store. */
  readonly closing: AbortSignal;
}

const DEFAULT_PAGE = 1_000;
const FIRST_BACKOFF_MS = 50;
const LONGEST_BACKOFF_MS = 5_000;
/** Until it is known to be caught up, a silent subscription is compared with the head this soon: old servers do not say it. */
const FIRST_WATCH_MS = 250;

/**
 * Catch-up, then live: pages in order until the signal aborts, the store closes or the loop is left. The client resumes nothing and may
 * say nothing at the end, so a subscription that fails, ends or falls silent while the log grows is opened again after the last event
 * that was handed over. Only what is no trouble of the server ends the loop with an error.
 */
export async function* subscribe<Place extends string | number>(
  source: Source<Place>,
  options: SubscribeOptions<Place>,
  settings: Settings,
): AsyncGenerator<Page, void, void> {
  const limit = options.pageSize ?? DEFAULT_PAGE;
  if (!Number.isInteger(limit) || limit < 1) throw new RangeError('A page holds a whole number of events, at least one.');
  const signal = AbortSignal.any([source.closing, ...(options.signal === undefined ? [] : [options.signal])]);
  const left = (): boolean => signal.aborted;
  let after = options.after;
  let said = false;

  for (let attempt = 0; !left(); attempt += 1) {
    if (attempt > 0) await pause(backoffMs(attempt), signal);
    let following: Following<Place> | undefined;
    try {
      following = new Following(source, settings, await source.open(after), after, signal);
      for (let page = await following.next(limit); page !== undefined && !left(); page = await following.next(limit)) {
        if (page.events.length === 0 && page.caughtUp === said) continue;
        ({ after } = following);
        said = page.caughtUp;
        attempt = 0;
        if (page.events.length > 0 || page.caughtUp) yield page;
      }
    } catch (error) {
      const trouble = readError(error, undefined);
      if (!(trouble instanceof StoreUnavailable)) throw trouble;
      if (!left()) settings.onTrouble(trouble);
    } finally {
      following?.leave();
    }
  }
}

/** One subscription of the client, from its opening to its end. */
class Following<Place extends string | number> {
  private reachedHead = false;
  private readonly leaving = (): void => this.feed.close();

  constructor(
    private readonly source: Source<Place>,
    private readonly settings: Settings,
    private readonly feed: Feed,
    /** The last event handed over. */
    public after: Place | undefined,
    private readonly signal: AbortSignal,
  ) {
    signal.addEventListener('abort', this.leaving);
    if (signal.aborted) this.leaving();
  }

  leave(): void {
    this.signal.removeEventListener('abort', this.leaving);
    this.feed.close();
  }

  /** @returns undefined when the subscription ended, whatever it did not say */
  async next(limit: number): Promise<Page | undefined> {
    const known = this.feed.caughtUp || this.reachedHead;
    const waitMs = known ? this.settings.watchMs : Math.min(this.settings.watchMs, FIRST_WATCH_MS);
    const taken = await this.feed.take(limit, waitMs);
    if (taken === undefined) return undefined;
    const events = fromServer(taken).filter((event) => this.isNext(event));
    if (events.length > 0) {
      this.reachedHead = false;
    } else if (this.feed.silentMs >= waitMs / 2 && !this.signal.aborted) {
      await this.compareWithHead();
    }
    return { events, caughtUp: this.feed.caughtUp || this.reachedHead };
  }

  /** Moves on. A server that repeats itself is not passed on. */
  private isNext(event: RecordedEvent): boolean {
    const place = this.source.placeOf(event);
    if (this.after !== undefined && place <= this.after) return false;
    this.after = place;
    return true;
  }

  private async compareWithHead(): Promise<void> {
    const head = await this.source.head();
    this.reachedHead = head === null || (this.after !== undefined && head <= this.after);
    if (this.reachedHead || this.feed.silentMs < this.settings.timeoutMs) return;
    throw new StoreUnavailable('A subscription fell silent while the log grew.');
  }
}

/** Doubles up to 5 s, less up to half of it by chance, so that many subscribers do not come back at one moment. */
const backoffMs = (attempt: number): number =>
  Math.min(FIRST_BACKOFF_MS * 2 ** (attempt - 1), LONGEST_BACKOFF_MS) * (0.5 + Math.random() / 2);
