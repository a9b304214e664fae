import { join } from 'node:path';
import { startEmbeddedPostgres } from '@kvp/event-store';
import pg from 'pg';
import type { Logger } from 'pino';
import type { SystemConfig } from '../config/system-config.ts';

const CONNECT_TIMEOUT_MS = 3_000;
const STATEMENT_TIMEOUT_MS = 10_000;

/** The connection string that is configured, or that of a PostgreSQL of our own, which ends with the stack. */
export async function databaseUrl(config: SystemConfig, log: Logger, stack: AsyncDisposableStack): Promise<string> {
  if (config.databaseUrl !== undefined) return config.databaseUrl;
  const embedded = await startEmbeddedPostgres({ dataDir: join(config.dataDir, 'postgres'), log: (text) => log.debug(text) });
  stack.defer(() => embedded.stop());
  return embedded.connectionString;
}

/** Connections for what is not the log. A server that goes away is met again by the next query; the process outlives it. */
export function openPool(
  connectionString: string,
  log: Logger,
  stack: AsyncDisposableStack,
  { max = 10, statementTimeout = STATEMENT_TIMEOUT_MS } = {},
): pg.Pool {
  const pool = new pg.Pool({
    connectionString,
    max,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    ...(statementTimeout > 0 ? { statement_timeout: statementTimeout } : {}),
    keepAlive: true,
  });
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
