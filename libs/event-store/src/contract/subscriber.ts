import type { EventStore, Page, Position, RecordedEvent, SubscribeOptions } from '../port.ts';

/** A subscription that runs beside the test, with all that it has seen. */
export interface Collected {
  readonly events: RecordedEvent[];
  /** Whether the last page was the end of what there was. */
  readonly caughtUp: boolean;
  readonly longestPage: number;
  /** Resolves when the condition holds; fails when the subscription ends before, or after 30 s. */
  until(condition: (seen: Collected) => boolean): Promise<void>;
  /** Leaves the subscription; throws what ended it, if anything did. */
  leave(): Promise<void>;
}

const PATIENCE_MS = 30_000;

/** Follows the log, or one stream, and keeps what comes. */
export function collect(store: EventStore, options: SubscribeOptions<Position>): Collected;
export function collect(store: EventStore, options: SubscribeOptions<number>, stream: string): Collected;
export function collect(store: EventStore, options: SubscribeOptions<Position> | SubscribeOptions<number>, stream?: string): Collected {
  const leaving = new AbortController();
  const signal = leaving.signal;
  const pages =
    stream === undefined
      ? store.subscribeAll({ ...(options as SubscribeOptions<Position>), signal })
      : store.subscribeStream(stream, { ...(options as SubscribeOptions<number>), signal });
  const waiting = new Set<() => void>();
  let ended = false;
  const seen = {
    events: [] as RecordedEvent[],
    caughtUp: false,
    longestPage: 0,
    async until(condition: (seen: Collected) => boolean): Promise<void> {
      for (const end = Date.now() + PATIENCE_MS; !condition(seen);) {
        if (ended) await running;
        if (ended) throw new Error('The subscription ended before the test had seen what it waits for.');
        if (Date.now() > end) throw new Error(`The subscription saw ${seen.events.length} events, and not what the test waits for.`);
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, 1_000);
          waiting.add(() => {
            clearTimeout(timer);
            resolve();
          });
        });
      }
    },
    async leave(): Promise<void> {
      leaving.abort();
      await running;
    },
  };
  const wake = (): void => {
    for (const resolve of waiting) resolve();
    waiting.clear();
  };
  const running = (async () => {
    try {
      for await (const page of pages) {
        seen.events.push(...page.events);
        seen.caughtUp = page.caughtUp;
        seen.longestPage = Math.max(seen.longestPage, page.events.length);
        wake();
      }
    } finally {
      ended = true;
      wake();
    }
  })();
  running.catch(() => undefined); // thrown by `until` and `leave`
  return seen;
}

/** The next page of a subscription that is not expected to end. */
export async function nextPage(subscription: AsyncIterator<Page>): Promise<Page> {
  const result = await subscription.next();
  if (result.done === true) throw new Error('The subscription ended.');
  return result.value;
}
