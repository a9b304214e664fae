import pg from 'pg';

/** No connection was to be had: nothing was sent. */
export class NoConnection extends Error {}

/** The statement was sent, and the answer did not come: it may or may not have been carried out. */
export class NoAnswer extends Error {}

/** PostgreSQL's codes for a session that it ended while, or before, it carried a statement out: the outcome is open. */
const SESSION_ENDED = /^(08...|57P0.|25P03)$/;

/** The transaction gave way to another one, or to a time limit: nothing was written, and the same may work now. */
const GAVE_WAY = /^(25P04|40001|40P01|55P03|57014)$/;

export const UNIQUE_VIOLATION = '23505';

/** The SQLSTATE of an error that PostgreSQL itself gave. */
export const codeOf = (error: unknown): string | undefined => (error instanceof pg.DatabaseError ? error.code : undefined);

export const gaveWay = (error: unknown): boolean => GAVE_WAY.test(codeOf(error) ?? '');

/** True when nobody can say whether the statement was carried out. */
export function isOpen(error: unknown): boolean {
  const code = codeOf(error);
  return !(error instanceof NoConnection) && (code === undefined || SESSION_ENDED.test(code));
}

/** The transaction ran out of its time, which ends the session; or this server only reads by now, and another one writes. */
const NO_FURTHER_USE = /^(25P04|25006)$/;

/** True when the session is of no use after this error, whatever became of the statement. */
export const endsSession = (error: unknown): boolean => NO_FURTHER_USE.test(codeOf(error) ?? '') || isOpen(error);

export const asError = (error: unknown): Error => (error instanceof Error ? error : new Error(String(error)));
