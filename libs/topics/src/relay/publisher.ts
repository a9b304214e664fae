import type { Message } from '../message.ts';

/** How far a log has been published. It is kept where the records are, and changes together with them. */
export interface Checkpoint {
  /** The last event of the log that is published or never will be; null before the first. */
  readonly position: string | null;
  /** Events of the log so far. */
  readonly handled: number;
  /** Raised each time that everything from a place on is sent again. */
  readonly epoch: number;
}

/**
 * Where records go. The order is: connect, then begin, send, commit again and again, then close. After any error but those of `connect`
 * a publisher is used up: close it, and connect another.
 */
export interface Publisher {
  /** Shuts out every other publisher of the same log, and then reads how far it has come; null when nothing was ever published. */
  connect(): Promise<Checkpoint | null>;
  begin(): Promise<void>;
  send(messages: readonly Message[]): Promise<void>;
  /** Records and checkpoint are seen together, or neither. */
  commit(checkpoint: Checkpoint): Promise<void>;
  /** Never throws: what was not committed is void. */
  close(): Promise<void>;
}

/** The brokers are away or slow; trying again makes sense. */
export class PublisherAway extends Error {
  override readonly name = 'PublisherAway';
}

/** Another publisher of the same log has taken over. */
export class PublisherFenced extends Error {
  override readonly name = 'PublisherFenced';
}

/** It cannot go on by itself, and would lose or repeat records if it did. The message says what is wrong and what to do. */
export class PublishingStopped extends Error {
  override readonly name = 'PublishingStopped';
}

/** The brokers refuse a record for its size. */
export class RecordTooLarge extends Error {
  override readonly name = 'RecordTooLarge';
}
