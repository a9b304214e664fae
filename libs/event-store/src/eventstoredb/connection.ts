import type { AppendResult as ServerResult, EventStoreDBClient, JSONEventData } from '@eventstore/db-client';
import { StoreUnavailable } from '../errors.ts';
import type { Position } from '../port.ts';
import { clientLibrary } from './client-library.ts';
import { Feed, type Call } from './feed.ts';
import { fromPosition } from './position.ts';
import { clientString } from './settings.ts';
import { Slots } from './slots.ts';
import { within } from './waiting.ts';

/**
 * Below the 16 that a stream of the client takes before it queues: when the connection breaks, the client rejects what is queued where
 * nobody can catch it, and the process ends.
 */
const APPENDS = 15;
/** A server takes 100 calls on a connection; at that limit every append hangs. All stores of the process share it. */
const READS = 80;
/** Calls that failed for unknown reasons, one after the other, before the client is thought to be the reason. */
const FAILURES = 3;
const DISPOSE_MS = 1_000;
/** Checkpoints are signs of life here: one for every 32 000 events that the filter passes over. */
const CHECKPOINT_INTERVAL = 1_000;

export interface StreamRange {
  readonly from: bigint | undefined;
  readonly backwards: boolean;
  readonly limit: number;
}

/**
 * The one client of this process for a server. The client mixes up the appends of all its instances, so a condemned one is replaced only
 * when no append is in flight, and while one connection takes the fast way (all appends in one call), others send each in its own.
 */
export class Connection {
  /** The last place in the log that this process knows to be taken: an append at or before it was there already. */
  seen: Position | undefined;
  private client: EventStoreDBClient;
  private readonly appends = new Slots(APPENDS, 'append');
  private readonly reads = new Slots(READS, 'read');
  private readonly feeds = new Set<Feed>();
  private readonly working = new Map<string, Promise<boolean>>();
  private failures = 0;
  private condemned = false;
  private closed = false;

  constructor(
    private readonly connectionString: string,
    private readonly together: boolean,
  ) {
    this.client = this.connect();
  }

  note(position: Position): void {
    if (this.seen === undefined || position > this.seen) this.seen = position;
  }

  /** Runs pieces of work that have the same key one after the other. */
  async oneByOne<T>(key: string, work: () => Promise<T>): Promise<T> {
    for (let before = this.working.get(key); before !== undefined; before = this.working.get(key)) await before;
    const working = work();
    const done = working.then(
      () => this.working.delete(key),
      () => this.working.delete(key),
    );
    this.working.set(key, done);
    return working;
  }

  /** Sends an append. `late` makes the error for an answer that does not come in time. */
  async append(
    stream: string,
    expected: bigint | 'no_stream',
    events: JSONEventData[],
    timeoutMs: number,
    late: () => Error,
  ): Promise<ServerResult> {
    const giveBack = await this.appends.take(timeoutMs);
    try {
      const options = { expectedRevision: expected, deadline: timeoutMs, requiresLeader: true };
      return await within(timeoutMs, this.client.appendToStream(stream, events, options), () => {
        this.condemn();
        return late();
      });
    } finally {
      giveBack();
    }
  }

  readStream(stream: string, { from, backwards, limit }: StreamRange, timeoutMs: number): Promise<Feed> {
    const maxCount = Math.min(limit, Number.MAX_SAFE_INTEGER);
    // Without a place, the client would read backwards from the start.
    const direction = backwards ? 'backwards' : 'forwards';
    const options = { direction, fromRevision: from ?? (backwards ? 'end' : 'start'), maxCount, requiresLeader: true } as const;
    return this.open(timeoutMs, () => this.client.readStream(stream, options));
  }

  /** The whole log from its end, the server's own events among them: the client cannot leave them out of a read. */
  readBackwards(limit: number, timeoutMs: number): Promise<Feed> {
    return this.open(timeoutMs, () =>
      this.client.readAll({
        direction: 'backwards',
        fromPosition: 'end',
        maxCount: Math.min(limit, Number.MAX_SAFE_INTEGER),
        requiresLeader: true,
      }),
    );
  }

  subscribeAll(after: Position | undefined, timeoutMs: number): Promise<Feed> {
    const alive: { feed?: Feed } = {};
    const filter = clientLibrary().streamNameFilter({
      regex: '^[^$]',
      checkpointInterval: CHECKPOINT_INTERVAL,
      checkpointReached: () => alive.feed?.touch(),
    });
    const start = after === undefined ? 'start' : fromPosition(after);
    const opened = this.open(timeoutMs, () => this.client.subscribeToAll({ fromPosition: start, filter, requiresLeader: true }));
    return opened.then((feed) => (alive.feed = feed));
  }

  subscribeStream(stream: string, after: number | undefined, timeoutMs: number): Promise<Feed> {
    const fromRevision = after === undefined ? 'start' : BigInt(after);
    return this.open(timeoutMs, () => this.client.subscribeToStream(stream, { fromRevision, requiresLeader: true }));
  }

  /** A call did what it should. */
  succeeded(): void {
    this.failures = 0;
  }

  /** A call failed in a way that may be the client's fault: it does not get over all troubles of its own. */
  failed(): void {
    this.failures += 1;
    if (this.failures >= FAILURES) this.condemn();
  }

  /** Ends all calls, when the appends in flight are through. */
  async close(): Promise<void> {
    this.closed = true;
    await this.appends.hold();
    await this.end();
  }

  private async open(timeoutMs: number, call: () => Call): Promise<Feed> {
    const giveBack = await this.reads.take(timeoutMs);
    const feed: Feed = new Feed(call(), () => {
      this.feeds.delete(feed);
      giveBack();
    });
    this.feeds.add(feed);
    return feed;
  }

  private condemn(): void {
    if (this.condemned) return;
    this.condemned = true;
    void this.replace();
  }

  private async replace(): Promise<void> {
    await this.appends.hold();
    if (this.closed) return;
    await this.end();
    this.client = this.connect();
    this.failures = 0;
    this.condemned = false;
    this.appends.resume();
  }

  private async end(): Promise<void> {
    for (const feed of this.feeds) feed.fail(new StoreUnavailable('The connection to the event store was replaced.'));
    await within(DISPOSE_MS, this.client.dispose(), () => new Error('late')).catch(() => undefined);
  }

  private connect(): EventStoreDBClient {
    const client = clientLibrary().EventStoreDBClient.connectionString(clientString(this.connectionString));
    // What the client asks itself before it sends appends together.
    return this.together ? client : Object.assign(client, { supports: async () => false });
  }
}
