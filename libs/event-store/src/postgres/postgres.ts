import pg from 'pg';
import { Bell } from '../bell.ts';
import { InvalidPosition, StoreUnavailable } from '../errors.ts';
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
import { validateAppend } from '../validate.ts';
import { Appender, WRITERS } from './appender.ts';
import { judgeBy } from './judge.ts';
import { Listener } from './listener.ts';
import { Reader } from './reader.ts';
import { prepareSchema } from './schema.ts';
import { Sessions } from './sessions.ts';

export interface PostgresEventStoreOptions {
  /** PostgreSQL 17 or newer. The tables are made in the schema `log` when they are not there. */
  readonly connectionString: string;
  /** How long an append may take, waiting included, in milliseconds; 5 000 when left out. */
  readonly appendTimeoutMs?: number;
  /** How long the read of one page may take; 10 000 when left out. */
  readonly readTimeoutMs?: number;
  /** How long connecting may take; 5 000 when left out. */
  readonly connectTimeoutMs?: number;
  /** How often a subscription looks by itself, should a notification be lost; 1 000 when left out. */
  readonly pollMs?: number;
  /** Most connections for reading; 8 when left out. There are two more for writing and one for notifications. */
  readonly readers?: number;
  /** Told of what the store mends by itself: a lost connection, a read of a subscription that is tried again. */
  onTrouble?(error: Error): void;
}

/**
 * How long a transaction of a writer may last, and hold the lock that all writers need, in milliseconds. A writer that hangs is ended
 * after that time; the others give up waiting once before, and are then in time for a second try.
 */
const TRANSACTION_MS = 2_000;
const LOCK_WAIT_MS = 1_200;

/** A subscriber that is up to date reads at most fifty times a second; the first event after a pause is read at once. */
const GATHER_MS = 20;

/** The log in PostgreSQL. Nothing is connected before the first call, so the server may come later than the process. */
export function createPostgresEventStore(options: PostgresEventStoreOptions): EventStore {
  return new PostgresEventStore(options);
}

class PostgresEventStore implements EventStore {
  readonly description: string;
  private readonly writing: Sessions;
  private readonly reading: Sessions;
  private readonly appender: Appender;
  private readonly reader: Reader;
  private readonly listener: Listener;
  private readonly bell = new Bell();
  private readonly closing = new AbortController();
  private readonly onTrouble: (error: Error) => void;
  private readonly pollMs: number;
  private prepared: Promise<void> | undefined;
  private closed: Promise<void> | undefined;

  constructor(options: PostgresEventStoreOptions) {
    const { connectionString, appendTimeoutMs = 5_000, readTimeoutMs = 10_000, connectTimeoutMs = 5_000, readers = 8 } = options;
    const { host, port, database = '' } = new pg.Client({ connectionString });
    this.description = `PostgreSQL at ${host}:${port}/${database}`;
    this.pollMs = options.pollMs ?? 1_000;
    this.onTrouble = (error) => options.onTrouble?.(error);

    const connecting = { connectionString, connectMs: connectTimeoutMs, onTrouble: this.onTrouble };
    const always = { default_transaction_isolation: 'read committed', default_transaction_read_only: 'off' };
    const lockWaitMs = Math.min(LOCK_WAIT_MS, Math.ceil(appendTimeoutMs / 4));
    this.writing = new Sessions({
      ...connecting,
      max: WRITERS,
      settings: {
        ...always,
        transaction_timeout: Math.min(TRANSACTION_MS, appendTimeoutMs),
        lock_timeout: lockWaitMs,
      },
    });
    this.reading = new Sessions({ ...connecting, max: readers, settings: { ...always, transaction_timeout: readTimeoutMs } });

    const prepare = (): Promise<void> => (this.prepared ??= this.prepare(readTimeoutMs));
    this.reader = new Reader({ sessions: this.reading, timeoutMs: readTimeoutMs, prepare });
    this.appender = new Appender({
      sessions: this.writing,
      timeoutMs: appendTimeoutMs,
      lockWaitMs,
      prepare,
      judge: judgeBy(this.reader),
    });
    this.listener = new Listener({ ...connecting, bell: this.bell, closing: this.closing.signal });
  }

  async append(stream: string, expected: ExpectedRevision, events: readonly NewEvent[]): Promise<AppendResult> {
    const written = validateAppend(stream, events, expected);
    this.requireOpen();
    return this.appender.append(stream, expected, written);
  }

  async *readStream(stream: string, options: ReadOptions = {}): AsyncGenerator<RecordedEvent, void, void> {
    this.requireOpen();
    yield* this.reader.stream(stream, options);
  }

  subscribeAll(options: SubscribeOptions<Position> = {}): AsyncGenerator<Page, void, void> {
    let checked = options.after === undefined;
    const read = async (after: Position | undefined, limit: number): Promise<RecordedEvent[]> => {
      const events = await this.reader.logAfter(after, limit);
      if (!checked && events.length === 0) await this.requireReached(after);
      checked = true;
      return events;
    };
    return follow({ ...this.live(), read, placeOf: (event) => event.position }, options);
  }

  subscribeStream(stream: string, options: SubscribeOptions<number> = {}): AsyncGenerator<Page, void, void> {
    const read = (after: number | undefined, limit: number): Promise<RecordedEvent[]> =>
      this.reader.streamFrom(stream, after === undefined ? 0 : after + 1, limit);
    return follow({ ...this.live(), read, placeOf: (event) => event.revision }, options);
  }

  head(): Promise<Position | null>;
  head(stream: string): Promise<number | null>;
  async head(stream?: string): Promise<Position | number | null> {
    this.requireOpen();
    return stream === undefined ? this.reader.headOfLog() : this.reader.headOfStream(stream);
  }

  close(): Promise<void> {
    return (this.closed ??= this.end());
  }

  private async end(): Promise<void> {
    this.closing.abort();
    await this.appender.settled();
    await Promise.all([this.writing.close(), this.reading.close(), this.listener.stopped()]);
  }

  private live() {
    this.listener.start();
    return { bell: this.bell, pollMs: this.pollMs, gatherMs: GATHER_MS, closing: this.closing.signal, onTrouble: this.onTrouble };
  }

  private async prepare(timeoutMs: number): Promise<void> {
    try {
      await prepareSchema(this.reading, timeoutMs);
    } catch (error) {
      this.prepared = undefined; // the next call tries again
      throw error;
    }
  }

  private async requireReached(after: Position | undefined): Promise<void> {
    const head = await this.reader.headOfLog();
    if (after !== undefined && (head === null || head < after)) {
      throw new InvalidPosition('The log ends before the position to go on from: it is another log, or an older copy of it.');
    }
  }

  private requireOpen(): void {
    if (this.closing.signal.aborted) throw new StoreUnavailable('The event store is closed.');
  }
}
