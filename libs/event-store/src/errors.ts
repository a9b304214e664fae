import type { ExpectedRevision } from './port.ts';

/** Why the store did not do what it was asked. No message carries event content. */
export abstract class EventStoreError extends Error {
  abstract readonly code: string;
}

/** The stream has moved on, or does not begin where it should: load it, decide again, and nothing was written. */
export class WrongExpectedRevision extends EventStoreError {
  readonly code = 'wrong-expected-revision';
  constructor(
    readonly stream: string,
    readonly expected: ExpectedRevision,
    readonly actual: ExpectedRevision,
  ) {
    super(`Stream ${stream} is at ${String(actual)}, not at ${String(expected)}.`);
  }
}

/** There is no such stream: an answer, where StoreUnavailable is the lack of one. */
export class StreamNotFound extends EventStoreError {
  readonly code = 'stream-not-found';
  constructor(readonly stream: string) {
    super(`Stream ${stream} does not exist.`);
  }
}

/** In UTF-8, all events of an append together: just below what EventStoreDB takes. */
export const MAX_APPEND_BYTES = 1_000_000;

/** More than `MAX_APPEND_BYTES`: refused before anything is sent. */
export class AppendTooLarge extends EventStoreError {
  readonly code = 'append-too-large';
  constructor(
    readonly stream: string,
    readonly bytes: number,
  ) {
    super(`The append to ${stream} is ${bytes} bytes; at most ${MAX_APPEND_BYTES} are taken.`);
  }
}

/** An append that no adapter takes: a name or id of the wrong form, or a value that JSON would not give back as it was. */
export class InvalidEvent extends EventStoreError {
  readonly code = 'invalid-event';
}

/** The id is taken by an event elsewhere in the log, or by one at this place with other content. */
export class DuplicateEventId extends EventStoreError {
  readonly code = 'duplicate-event-id';
  constructor(readonly stream: string) {
    super(`An event id of this append to ${stream} is taken already.`);
  }
}

/** The store could not be reached, and nothing was written. */
export class StoreUnavailable extends EventStoreError {
  readonly code = 'store-unavailable';
}

/** The store did not answer in time: the append may or may not be there. Read the stream before it is sent again. */
export class OutcomeUnknown extends EventStoreError {
  readonly code = 'outcome-unknown';
}

/** A position to go on from that this log has never given: another kind of store, or an older copy of the log. */
export class InvalidPosition extends EventStoreError {
  readonly code = 'invalid-position';
}
