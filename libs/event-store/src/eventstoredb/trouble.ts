import type { ErrorType } from '@eventstore/db-client';
import { EventStoreError, StoreUnavailable, StreamNotFound } from '../errors.ts';

/**
 * What an error of the client means. Told by its `type`, and by the gRPC code where it has none; messages are often empty.
 *
 * - `not-sent`: the server could not be asked whether it takes batches, so nothing of the call left this process
 * - `server-timeout`: the server answered that it did not finish in time
 * - `lost`: the connection went while the call was on its way
 */
export type Trouble =
  'conflict' | 'stream-missing' | 'too-large' | 'not-allowed' | 'not-leader' | 'not-sent' | 'server-timeout' | 'lost' | 'unknown';

const BY_TYPE: Readonly<Partial<Record<`${ErrorType}`, Trouble>>> = {
  'wrong-expected-version': 'conflict',
  'stream-not-found': 'stream-missing',
  'stream-deleted': 'stream-missing',
  'maximum-append-size-exceeded': 'too-large',
  'access-denied': 'not-allowed',
  'not-leader': 'not-leader',
  'deadline-exceeded': 'server-timeout',
  timeout: 'server-timeout',
  unavailable: 'lost',
  cancelled: 'lost',
};

/** Codes of gRPC, by which errors are told that the client did not convert: those of its first question to the server. */
const BY_CODE: Readonly<Record<number, Trouble>> = { 4: 'not-sent', 14: 'not-sent', 16: 'not-allowed' };

/** What an error of the client means; `unknown` for whatever it is not known to throw. */
export function troubleOf(error: unknown): Trouble {
  if (typeof error !== 'object' || error === null) return 'unknown';
  if ('type' in error && typeof error.type === 'string') return BY_TYPE[error.type as `${ErrorType}`] ?? 'unknown';
  if ('code' in error && typeof error.code === 'number') return BY_CODE[error.code] ?? 'unknown';
  return 'unknown';
}

/** A read or subscription that failed, as the port has it; a tombstoned stream counts as missing. */
export function readError(error: unknown, stream: string | undefined): Error {
  if (error instanceof EventStoreError) return error;
  if (stream !== undefined && troubleOf(error) === 'stream-missing') return new StreamNotFound(stream);
  return new StoreUnavailable(`The event store did not answer a read (${troubleOf(error)}).`, { cause: error });
}
