import { StoreUnavailable, StreamNotFound } from '../errors.ts';
import type { Position, ReadOptions, RecordedEvent } from '../port.ts';
import type { Connection } from './connection.ts';
import type { Feed } from './feed.ts';
import { readError, troubleOf } from './trouble.ts';

/** Most events that are taken from a call at once. */
const PORTION = 1_000;

/** Reads for one store. A read fails when nothing more comes in time: the client's own deadline is ignored. */
export class Reader {
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
    yield* this.events(await this.connection.readStream(stream, range, this.timeoutMs), stream);
  }

  async headOfStream(stream: string): Promise<number | null> {
    try {
      for await (const event of this.readStream(stream, { direction: 'backwards', limit: 1 })) return event.revision;
    } catch (error) {
      if (!(error instanceof StreamNotFound)) throw error;
    }
    return null;
  }

  /** The last event that is not the server's own. Mostly it is the very last; else all are read until one is found. */
  async headOfLog(): Promise<Position | null> {
    for (const limit of [1, Infinity]) {
      const feed = await this.connection.readBackwards(limit, this.timeoutMs);
      for await (const event of this.events(feed)) return event.position;
    }
    return null;
  }

  private async *events(feed: Feed, stream?: string): AsyncGenerator<RecordedEvent, void, void> {
    try {
      for (;;) {
        const events = await this.next(feed, stream);
        if (events === undefined) return;
        yield* events;
      }
    } finally {
      feed.close();
    }
  }

  private async next(feed: Feed, stream: string | undefined): Promise<RecordedEvent[] | undefined> {
    try {
      const events = await feed.take(PORTION, this.timeoutMs);
      if (events?.length === 0 && feed.silentMs >= this.timeoutMs / 2) {
        throw new StoreUnavailable(`The event store did not go on with a read within ${this.timeoutMs} ms.`);
      }
      const last = events?.at(-1);
      if (last !== undefined) this.connection.note(last.position);
      this.connection.succeeded();
      return events;
    } catch (error) {
      if (error instanceof StoreUnavailable || troubleOf(error) === 'unknown') this.connection.failed();
      throw readError(error, stream);
    }
  }
}
