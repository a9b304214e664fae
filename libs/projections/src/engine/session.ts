import { setTimeout as sleep } from 'node:timers/promises';
import type { Kysely } from 'kysely';
import type { Pool, PoolClient } from 'pg';
import { type ReadDatabase, onClient, survivable } from './database.ts';
import { DatabaseTimeout } from './outage.ts';

/** Longest that one read or write of a batch may take before its connection is given up, in milliseconds. */
const TIME_OUT = 60_000;

/** Longest that giving the lock back may take. */
const UNLOCK_TIME_OUT = 2_000;

/**
 * The connection that writes one version of a read model. It holds the version's lock for as long as it lives: whoever loses the one
 * loses the other, so that there are never two writers, and a killed one is followed at once.
 */
export interface WriterSession {
  readonly db: Kysely<ReadDatabase>;
  /** Runs something on the connection. Throws DatabaseTimeout, and gives the connection up, when it takes too long. */
  run<Result>(work: (db: Kysely<ReadDatabase>) => Promise<Result>): Promise<Result>;
  /** Gives lock and connection back; nothing may run any more. Never throws. */
  close(): Promise<void>;
}

/** Null when another process holds the lock. */
export async function openSession(pool: Pool, name: string, version: number): Promise<WriterSession | null> {
  const client = await survivable(pool).connect();
  try {
    const lock = `kvp read model ${name} ${version}`;
    const { rows } = await client.query<{ taken: boolean }>('select pg_try_advisory_lock(hashtextextended($1, 0)) as taken', [lock]);
    if (rows[0]?.taken === true) {
      // A crash of the server may then lose the last batches, rows and position together: they come again from the log.
      await client.query('set synchronous_commit = off');
      return new Session(client);
    }
  } catch (error) {
    client.release(true);
    throw error;
  }
  client.release();
  return null;
}

class Session implements WriterSession {
  readonly db: Kysely<ReadDatabase>;
  #open = true;

  constructor(private readonly client: PoolClient) {
    this.db = onClient(client);
  }

  async run<Result>(work: (db: Kysely<ReadDatabase>) => Promise<Result>): Promise<Result> {
    const late = Promise.withResolvers<never>();
    const timer = setTimeout(() => {
      this.#release(true);
      late.reject(new DatabaseTimeout(`PostgreSQL did not answer within ${TIME_OUT} ms.`));
    }, TIME_OUT);
    try {
      return await Promise.race([work(this.db), late.promise]);
    } finally {
      clearTimeout(timer);
    }
  }

  /** A connection that does not unlock is closed instead, which frees the lock as well. */
  async close(): Promise<void> {
    if (!this.#open) return;
    const unlocked = this.client.query('reset synchronous_commit; select pg_advisory_unlock_all()').then(
      () => true,
      () => false,
    );
    const inTime = new AbortController();
    const late = sleep(UNLOCK_TIME_OUT, false, { signal: inTime.signal }).catch(() => false);
    this.#release(!(await Promise.race([unlocked, late])));
    inTime.abort();
  }

  #release(destroy: boolean): void {
    if (this.#open) this.client.release(destroy);
    this.#open = false;
  }
}
