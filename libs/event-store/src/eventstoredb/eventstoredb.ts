import { InvalidPosition, StoreUnavailable } from '../errors.ts';
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
import { Appender } from './append.ts';
import { acquire, release } from './connections.ts';
import { fromPosition } from './position.ts';
import { Reader } from './reader.ts';
import { describeServer, settingsOf, type EventStoreDbOptions, type Settings } from './settings.ts';
import { subscribe, type Source } from './subscribe.ts';

/**
 * A store on EventStoreDB or KurrentDB 24.2 or newer. All stores of a process with the same connection string share one connection.
 * Nothing is sent before the first call.
 *
 * An id that is taken in another stream is not noticed: the server looks at ids only where an append would go.
 *
 * @throws Error when the connection string cannot be read
 */
export function createEventStoreDbStore(options: EventStoreDbOptions): EventStore {
  return new EventStoreDbStore(options.connectionString, settingsOf(options));
}

class EventStoreDbStore implements EventStore {
  readonly description: string;
  private readonly closing = new AbortController();
  private readonly connection;
  private readonly reader: Reader;
  private readonly appender: Appender;

  constructor(
    private readonly connectionString: string,
    private readonly settings: Settings,
  ) {
    this.description = describeServer(connectionString);
    this.connection = acquire(connectionString);
    this.reader = new Reader(this.connection, settings.timeoutMs);
    this.appender = new Appender(this.connection, this.reader, settings.timeoutMs);
  }

  async append(stream: string, expected: ExpectedRevision, events: readonly NewEvent[]): Promise<AppendResult> {
    this.requireOpen();
    return this.appender.append(stream, expected, events);
  }

  async *readStream(stream: string, options: ReadOptions = {}): AsyncGenerator<RecordedEvent, void, void> {
    this.requireOpen();
    yield* this.reader.readStream(stream, options);
  }

  subscribeAll(options: SubscribeOptions<Position> = {}): AsyncGenerator<Page, void, void> {
    const source: Source<Position> = {
      open: async (after) => {
        if (after !== undefined && after === options.after) await this.requireKnown(after);
        return this.connection.subscribeAll(after, this.settings.timeoutMs);
      },
      head: () => this.reader.headOfLog(),
      placeOf: (event) => event.position,
      closing: this.closing.signal,
    };
    return subscribe(source, options, this.settings);
  }

  subscribeStream(stream: string, options: SubscribeOptions<number> = {}): AsyncGenerator<Page, void, void> {
    const source: Source<number> = {
      open: (after) => this.connection.subscribeStream(stream, after, this.settings.timeoutMs),
      head: () => this.reader.headOfStream(stream),
      placeOf: (event) => event.revision,
      closing: this.closing.signal,
    };
    return subscribe(source, options, this.settings);
  }

  head(): Promise<Position | null>;
  head(stream: string): Promise<number | null>;
  async head(stream?: string): Promise<Position | number | null> {
    this.requireOpen();
    return stream === undefined ? this.reader.headOfLog() : this.reader.headOfStream(stream);
  }

  async close(): Promise<void> {
    if (this.closing.signal.aborted) return;
    this.closing.abort();
    await release(this.connectionString);
  }

  /** A log that ends before the place to go on from is another log, or an older copy: to wait for it would hide that. */
  private async requireKnown(after: Position): Promise<void> {
    fromPosition(after);
    const head = await this.reader.headOfLog();
    if (head === null || head < after) throw new InvalidPosition('The log ends before the position to go on from.');
  }

  private requireOpen(): void {
    if (this.closing.signal.aborted) throw new StoreUnavailable('The event store is closed.');
  }
}
