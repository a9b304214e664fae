/** JSON as it is stored: what comes back is what was given. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };
export interface JsonObject {
  readonly [key: string]: Json;
}

/**
 * One event of the log as every store keeps it. The envelope is final: `data` may be read in the clear, `sealed` is the
 * personal part under the person's key (or null), `metadata` says who, why, when, under which law, and carries the hash chain.
 */
export interface NewEvent {
  /** UUID, lower case. Sending the same id twice to the same stream stores it once. */
  readonly id: string;
  readonly type: string;
  readonly version: number;
  readonly data: JsonObject;
  readonly sealed: JsonObject | null;
  readonly metadata: JsonObject;
}

export interface RecordedEvent extends NewEvent {
  readonly stream: string;
  /** 0 for the first event of a stream. */
  readonly revision: number;
  readonly position: Position;
}

declare const position: unique symbol;

/** A place in the log: opaque, comparable with `<` and `>`, prints as itself. Never invent one. */
export type Position = string & { readonly [position]: true };

/** The revision that the stream must stand at, or that it must not exist. `any` is not offered: it cannot be repeated safely. */
export type ExpectedRevision = number | 'no-stream';

export interface AppendResult {
  /** Revision of the last event of this append. */
  readonly revision: number;
  readonly position: Position;
  /** True when the store already held these events: nothing was written by this call. */
  readonly repeated: boolean;
}

export interface ReadOptions {
  /** Inclusive. Forwards from 0 and backwards from the end when left out. */
  readonly from?: number;
  readonly direction?: 'forwards' | 'backwards';
  readonly limit?: number;
}

export interface SubscribeOptions<From> {
  /** Exclusive: the last one already handled. From the beginning when left out. */
  readonly after?: From;
  /** Ends the subscription, and frees all that it holds. */
  readonly signal?: AbortSignal;
  /** Most events in one page; 1 000 when left out. */
  readonly pageSize?: number;
}

/** Events in log order. `caughtUp` says that at the time of reading nothing came after them; a page may then be empty. */
export interface Page {
  readonly events: readonly RecordedEvent[];
  readonly caughtUp: boolean;
}

/**
 * The log. Every adapter passes the same contract suite.
 *
 * Errors, all of them `EventStoreError` (see errors.ts): `WrongExpectedRevision`, `StreamNotFound`, `AppendTooLarge`, `InvalidEvent`,
 * `DuplicateEventId`, `InvalidPosition`, `StoreUnavailable` (nothing was written, try again), `OutcomeUnknown` (read the stream before anything is sent again).
 */
export interface EventStore {
  /** Which adapter and which server, without secrets: for `/health` and test output. */
  readonly description: string;

  /**
   * Appends all events or none, at the exact revision. The same ids at the same place succeed again with the first result.
   * At most 1 000 000 bytes together, metadata included.
   */
  append(stream: string, expected: ExpectedRevision, events: readonly NewEvent[]): Promise<AppendResult>;

  /** Yields nothing that does not exist: a missing stream throws `StreamNotFound`, a failed read another error. */
  readStream(stream: string, options?: ReadOptions): AsyncIterable<RecordedEvent>;

  /**
   * The whole log in its one total order: first what is there, then live, without hole or repeat, through dropped connections and
   * restarted servers, until the signal aborts or the loop is left.
   */
  subscribeAll(options?: SubscribeOptions<Position>): AsyncIterable<Page>;

  /** One stream, the same way; a stream that does not exist yet is waited for. */
  subscribeStream(stream: string, options?: SubscribeOptions<number>): AsyncIterable<Page>;

  /** The last position of the log (null when empty), or the last revision of a stream (null when it does not exist). */
  head(): Promise<Position | null>;
  head(stream: string): Promise<number | null>;

  close(): Promise<void>;
}
