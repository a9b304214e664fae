import { DuplicateEventId, InvalidPosition, StoreUnavailable, StreamNotFound } from '../errors.ts';
import { follow } from '../follow.ts';
import type {
  AppendResult,
  EventStore,
  ExpectedRevision,
  NewEvent,
  Page,
  Position,
  ReadOptions,
  RecordedEvent,
  SubscribeOptions,
} from '../port.ts';
import { fromPosition, toPosition } from '../position.ts';
import { firstRevision, repeatOrConflict } from '../repeat.ts';
import { validateAppend } from '../validate.ts';
import { InMemoryLog } from './log.ts';

/** A store for specs. Nothing outlives the log that it is given; two stores on one log are two clients of it. */
export function createInMemoryEventStore(log: InMemoryLog = new InMemoryLog()): EventStore {
  return new InMemoryEventStore(log);
}

class InMemoryEventStore implements EventStore {
  readonly description = 'in memory';
  private readonly closing = new AbortController();

  constructor(private readonly log: InMemoryLog) {}

  async append(stream: string, expected: ExpectedRevision, events: readonly NewEvent[]): Promise<AppendResult> {
    const written = validateAppend(stream, events, expected);
    this.requireOpen();
    const first = firstRevision(expected);
    const head = this.log.headOf(stream);
    if (first !== head + 1) {
      const stored = this.log.streamFrom(stream, first, written.length);
      return repeatOrConflict(stream, expected, head < 0 ? 'no-stream' : head, written, stored);
    }
    if (written.some((event) => this.log.holds(event.id))) throw new DuplicateEventId(stream);
    return { revision: head + written.length, position: toPosition(this.log.add(stream, written)), repeated: false };
  }

  async *readStream(stream: string, options: ReadOptions = {}): AsyncGenerator<RecordedEvent, void, void> {
    this.requireOpen();
    const { from, direction = 'forwards', limit = Infinity } = options;
    const head = this.log.headOf(stream);
    if (head < 0) throw new StreamNotFound(stream);
    if (direction === 'forwards') {
      yield* this.log.streamFrom(stream, from ?? 0, limit);
    } else {
      const last = Math.min(from ?? head, head);
      const first = Math.max(0, last - limit + 1);
      yield* this.log.streamFrom(stream, first, last - first + 1).toReversed();
    }
  }

  subscribeAll(options: SubscribeOptions<Position> = {}): AsyncGenerator<Page, void, void> {
    const read = async (after: Position | undefined, limit: number): Promise<RecordedEvent[]> => {
      const place = after === undefined ? 0 : Number(fromPosition(after));
      if (place > this.log.size) throw new InvalidPosition('The log ends before the position to go on from.');
      return this.log.allFrom(place, limit);
    };
    return follow({ ...this.live(), read, placeOf: (event) => event.position }, options);
  }

  subscribeStream(stream: string, options: SubscribeOptions<number> = {}): AsyncGenerator<Page, void, void> {
    const read = async (after: number | undefined, limit: number): Promise<RecordedEvent[]> =>
      this.log.streamFrom(stream, after === undefined ? 0 : after + 1, limit);
    return follow({ ...this.live(), read, placeOf: (event) => event.revision }, options);
  }

  head(): Promise<Position | null>;
  head(stream: string): Promise<number | null>;
  async head(stream?: string): Promise<Position | number | null> {
    this.requireOpen();
    if (stream === undefined) return this.log.size === 0 ? null : toPosition(this.log.size);
    const head = this.log.headOf(stream);
    return head < 0 ? null : head;
  }

  async close(): Promise<void> {
    this.closing.abort();
  }

  private live() {
    return { bell: this.log.bell, pollMs: 60_000, closing: this.closing.signal };
  }

  private requireOpen(): void {
    if (this.closing.signal.aborted) throw new StoreUnavailable('The event store is closed.');
  }
}
