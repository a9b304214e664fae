import { EventStoreError, OutcomeUnknown, StoreUnavailable } from '@kvp/event-store';
import { kindOf } from './what-failed.ts';

/** SQLSTATE classes that pass by themselves: connection, resources, operator intervention, system, transaction rollback. */
const PASSING_CLASSES = ['08', '53', '57', '58', '40'];
/** A lock that was not free in time, a table that went with the version that another process has replaced, time-outs of transactions. */
const PASSING_CODES = ['55P03', '42P01', '25P03', '25P04'];

/** Error codes of node for a connection that is not there. */
const NETWORK = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'ENOENT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'EAI_AGAIN',
  'ENOTFOUND',
]);

/** pg gives these no code. */
const PG_MESSAGES = /connection terminated|timeout exceeded|client has encountered a connection error|not queryable|query read timeout/i;

/** A read or write of the engine took too long, and its connection was given up. */
export class DatabaseTimeout extends Error {}

/** Another writer moved the same version of a read model: what was folded here is void. */
export class PositionMoved extends Error {}

/** True when the store or the database is away, so that trying again makes sense; false when it would fail the same way. */
export function isOutage(error: unknown): boolean {
  if (error instanceof StoreUnavailable || error instanceof OutcomeUnknown) return true;
  if (error instanceof EventStoreError) return false;
  if (error instanceof DatabaseTimeout || error instanceof PositionMoved) return true;
  if (!Error.isError(error)) return false;
  const { code } = error as NodeJS.ErrnoException;
  if (typeof code === 'string')
    return PASSING_CODES.includes(code) || NETWORK.has(code) || (code.length === 5 && PASSING_CLASSES.includes(code.slice(0, 2)));
  return PG_MESSAGES.test(error.message);
}

/** An outage by its code or kind: a message may name servers and users. */
export function outageOf(error: unknown): string {
  const { code } = error as { readonly code?: unknown };
  return typeof code === 'string' ? code : kindOf(error);
}

const FIRST_PAUSE = 100;
const LONGEST_PAUSE = 5_000;

/** Milliseconds until the n-th next try (from 0), doubling from 0.1 s to 5 s. */
export const backOff = (tries: number): number => Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** Math.min(tries, 10));
