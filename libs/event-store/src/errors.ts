import type { ExpectedRevision } from './port.ts';

/** Why the store did not do what it was asked. No message carries event content. */
export abstract class EventStoreError extends Error {
  abstract readonly code: string;
}

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

export class StreamNotFound extends EventStoreError {
  readonly code = 'stream-not-found';
  constructor(readonly stream: string) {
    super(`Stream ${stream} does not exist.`);
  }
}

export const MAX_APPEND_BYTES = 1_000_000;

export class AppendTooLarge extends EventStoreError {
  readonly code = 'append-too-large';
  constructor(
    readonly stream: string,
    readonly bytes: number,
  ) {
    super(`The append to ${stream} is ${bytes} bytes; at most ${MAX_APPEND_BYTES} are taken.`);
  }
}

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
