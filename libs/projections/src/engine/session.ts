import type { Kysely } from 'kysely';
import type { Pool, PoolClient } from 'pg';
import { type ReadDatabase, onClient, survivable } from './database.ts';
import { DatabaseTimeout } from './outage.ts';

/** Longest that one read or write of a batch may take before its connection is given up. */
const TIME_OUT = 60_000;

/**
 * The connection that writes one version of a read model. It holds the version's lock for as long as it lives: whoever loses the one
 * loses the other, so that there are never two writers, and a killed one is followed at once.
 */
export interface WriterSession {
  readonly db: Kysely<ReadDatabase>;
  /** Runs something on the connection. Throws DatabaseTimeout, and gives the connection up, when it takes too long. */
  run<Result>(work: (db: Kysely<ReadDatabase>) => Promise<Result>): Promise<Result>;
  /** Closes the connection and so frees the lock. */
  close(): void;
}

/** Null when another process holds the lock. */
export async function openSession(pool: Pool, name: string, version: number): Promise<WriterSession | null> {
  const client = await survivable(pool).connect();
  let closed = false;
  const close = (): void => {
    if (closed) return;
    closed = true;
    client.release(true);
  };
  try {
    if (await takeLock(client, `kvp read model ${name} ${version}`)) return sessionOn(client, close);
  } catch (error) {
    close();
    throw error;
  }
  client.release();
  return null;
}

async function takeLock(client: PoolClient, lock: string): Promise<boolean> {
  const { rows } = await client.query<{ taken: boolean }>('select pg_try_advisory_lock(hashtextextended($1, 0)) as taken', [lock]);
  return rows[0]?.taken === true;
}

function sessionOn(client: PoolClient, close: () => void): WriterSession {
  const db = onClient(client);
  return {
    db,
    close,
    async run(work) {
      const late = Promise.withResolvers<never>();
      const timer = setTimeout(() => {
        close();
        late.reject(new DatabaseTimeout(`PostgreSQL did not answer within ${TIME_OUT} ms.`));
      }, TIME_OUT);
      try {
        return await Promise.race([work(db), late.promise]);
      } finally {
        clearTimeout(timer);
      }
    },
  };
}
