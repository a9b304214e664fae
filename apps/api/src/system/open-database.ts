import { join } from 'node:path';
import { startEmbeddedPostgres } from '@kvp/event-store';
import pg from 'pg';
import type { Logger } from 'pino';
import type { SystemConfig } from '../config/system-config.ts';
import { ImpatientClient } from './impatient-client.ts';

const CONNECT_TIMEOUT_MS = 3_000;
const ANSWER_TIMEOUT_MS = 5_000;

/** The connection string that is configured, or that of a PostgreSQL of our own, which ends with the stack. */
export async function databaseUrl(config: SystemConfig, log: Logger, stack: AsyncDisposableStack): Promise<string> {
  if (config.databaseUrl !== undefined) return config.databaseUrl;
  const embedded = await startEmbeddedPostgres({ dataDir: join(config.dataDir, 'postgres'), log: (text) => log.debug(text) });
  stack.defer(() => embedded.stop());
  return embedded.connectionString;
}

/** Connections for questions and answers: an answer that takes longer than that is not waited for. */
export const openPool = (connectionString: string, log: Logger, stack: AsyncDisposableStack): pg.Pool =>
  open(
    {
      connectionString,
      max: 10,
      statement_timeout: ANSWER_TIMEOUT_MS,
      query_timeout: ANSWER_TIMEOUT_MS,
      Client: ImpatientClient,
    },
    log,
    stack,
  );

/** Connections for the projector, which sees to its own time-outs and may work on one statement for long. */
export const openWorkPool = (connectionString: string, max: number, log: Logger, stack: AsyncDisposableStack): pg.Pool =>
  open({ connectionString, max }, log, stack);

/** A server that goes away is met again by the next query; the process outlives it. */
function open(config: pg.PoolConfig, log: Logger, stack: AsyncDisposableStack): pg.Pool {
  const pool = new pg.Pool({ connectionTimeoutMillis: CONNECT_TIMEOUT_MS, keepAlive: true, ...config });
  let isClosing = false;
  // Without a listener, an idle connection that the server closes would end the process.
  pool.on('error', (error) => {
    if (!isClosing) log.warn({ error: (error as NodeJS.ErrnoException).code ?? error.name }, 'An idle database connection was lost.');
  });
  stack.defer(() => {
    isClosing = true;
    return pool.end();
  });
  return pool;
}
