import type { RecordedEvent as ServerEvent } from '@eventstore/db-client';
import { StoreUnavailable, StreamNotFound } from '../errors.ts';
import type { Position, ReadOptions, RecordedEvent } from '../port.ts';
import type { Connection } from './connection.ts';
import type { Feed } from './feed.ts';
import { toPosition } from './position.ts';
import { fromServer, isSystem } from './stored-form.ts';
import { readError, troubleOf } from './trouble.ts';

/** Most events that are taken from a call at once. */
const PORTION = 1_000;
/** How many events are read from the end of the log, one time after the other, until there is one that is not the server's own. */
const HEAD_PORTIONS = [1, 100, Infinity];

/** Reads for one store. A read fails when nothing more comes in time: the client's own deadline is ignored. */
export class Reader {
  /** Where the log ended when its head was last asked for, the server's own events included, and the answer. */
  private asked: { readonly end: Position; readonly head: Position | null } | undefined;

  constructor(
    private readonly connection: Connection,
    private readonly timeoutMs: number,
  ) {}

  async *readStream(stream: string, options: ReadOptions = {}): AsyncGenerator<RecordedEvent, void, void> {
    const { from, direction = 'forwards', limit = Infinity } = options;
    if (limit === 0) {
      // The server refuses to read nothing.
      if ((await this.headOfStream(stream)) === null) throw new StreamNotFound(stream);
      return;
    }
    const range = { from: from === undefined ? undefined : BigInt(from), backwards: direction === 'backwards', limit };
    for await (const event of this.events(await this.connection.readStream(stream, range, this.timeoutMs), stream)) {
      for (const recorded of fromServer([event])) {
        this.connection.note(recorded.position);
        yield recorded;
      }
    }
  }

  async headOfStream(stream: string): Promise<number | null> {
    try {
      for await (const event of this.readStream(stream, { direction: 'backwards', limit: 1 })) return event.revision;
    } catch (error) {
      if (!(error instanceof StreamNotFound)) throw error;
    }
    return null;
  }

  /**
   * The last event that is not the server's own. Mostly it is the very last; else all are read back to one, or to where the log ended
   * when this was asked before: a server may write of itself for days while nobody else writes.
   */
  async headOfLog(): Promise<Position | null> {
    const { asked } = this;
    let end: Position | undefined;
    for (const limit of HEAD_PORTIONS) {
      for await (const event of this.events(await this.connection.readBackwards(limit, this.timeoutMs))) {
        if (event.position === undefined) continue;
        const position = toPosition(event.position);
        end ??= position;
        if (isSystem(event) && position !== asked?.end) continue;
        const head = isSystem(event) ? (asked?.head ?? null) : position;
        if (head !== null) this.connection.note(head);
        this.asked = { end, head };
        return head;
      }
    }
    if (end !== undefined) this.asked = { end, head: null };
    return null;
  }

  private async *events(feed: Feed, stream?: string): AsyncGenerator<ServerEvent, void, void> {
    try {
      for (let events = await this.next(feed, stream); events !== undefined; events = await this.next(feed, stream)) yield* events;
    } finally {
      feed.close();
    }
  }

  private async next(feed: Feed, stream: string | undefined): Promise<ServerEvent[] | undefined> {
    try {
      const events = await feed.take(PORTION, this.timeoutMs);
      if (events?.length === 0 && feed.silentMs >= this.timeoutMs / 2) {
        throw new StoreUnavailable(`The event store did not go on with a read within ${this.timeoutMs} ms.`);
      }
      this.connection.succeeded();
      return events;
    } catch (error) {
      if (error instanceof StoreUnavailable || troubleOf(error) === 'unknown') this.connection.failed();
      throw readError(error, stream);
    }
  }
}
