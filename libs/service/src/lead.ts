import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';

const STANDBY_MS = 1_000;

export interface LeadOptions {
  readonly connectionString: string;
  /** What the lock is called: one process of all that name it works. */
  readonly lock: string;
  readonly signal: AbortSignal;
  /** Told of the kind of error when the database is away. */
  readonly onOutage: (kind: string) => void;
}

/**
 * Runs `work` while this process holds a lock in the database, and waits for the lock while another does. It keeps two processes from
 * shutting each other out; that nothing is done twice does not rest on it. Never throws.
 */
export async function lead(
  { connectionString, lock, signal, onOutage }: LeadOptions,
  work: (leading: AbortSignal) => Promise<void>,
): Promise<void> {
  while (!signal.aborted) {
    const client = new pg.Client({ connectionString, keepAlive: true, connectionTimeoutMillis: 3_000 });
    const lost = new AbortController();
    client.on('error', () => lost.abort());
    client.on('end', () => lost.abort());
    try {
      await client.connect();
      const { rows } = await client.query<{ taken: boolean }>('select pg_try_advisory_lock(hashtextextended($1, 0)) as taken', [lock]);
      if (rows[0]?.taken === true) await work(AbortSignal.any([signal, lost.signal]));
      // Work that has stopped for good keeps the lock, so that no other process runs into the same wall.
      if (rows[0]?.taken === true && !lost.signal.aborted) await untilAborted(AbortSignal.any([signal, lost.signal]));
    } catch (error) {
      onOutage((error as NodeJS.ErrnoException).code ?? 'unknown');
    } finally {
      await client.end().catch(() => undefined);
    }
    await sleep(STANDBY_MS, undefined, { signal }).catch(() => undefined);
  }
}

const untilAborted = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => (signal.aborted ? resolve() : signal.addEventListener('abort', () => resolve(), { once: true })));
