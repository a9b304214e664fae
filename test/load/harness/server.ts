import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbeddedPostgres } from '@kvp/event-store';
import pg from 'pg';

/** One PostgreSQL for all parties, as it comes: fsync and synchronous_commit on. */
export interface BenchServer {
  /** A folder that is removed at the end. */
  readonly folder: string;
  /** The database of the installation, for describing the server. */
  readonly connectionString: string;
  /** An empty database for one party. */
  database(name: string): Promise<string>;
  /** A copy of a database that nobody is connected to. */
  copyOf(name: string, copy: string): Promise<string>;
  drop(name: string): Promise<void>;
  /** Writes all that is dirty to disk, so that no party pays for the one before. */
  settle(): Promise<void>;
  stop(): Promise<void>;
}

export async function startServer(): Promise<BenchServer> {
  const folder = mkdtempSync(join(tmpdir(), 'kvp-bench-'));
  const server = await startEmbeddedPostgres({ dataDir: join(folder, 'postgres'), settings: { max_connections: '200' } });
  const ask = async (sql: string): Promise<void> => {
    const client = new pg.Client({ connectionString: server.connectionString });
    await client.connect();
    try {
      await client.query(sql);
    } finally {
      await client.end();
    }
  };
  const create = async (name: string, template = 'template1'): Promise<string> => {
    await ask(`create database ${pg.escapeIdentifier(name)} template ${pg.escapeIdentifier(template)}`);
    const url = new URL(server.connectionString);
    url.pathname = `/${name}`;
    return url.href;
  };
  return {
    folder,
    connectionString: server.connectionString,
    database: (name) => create(name),
    copyOf: (name, copy) => create(copy, name),
    drop: (name) => ask(`drop database ${pg.escapeIdentifier(name)} with (force)`),
    settle: () => ask('checkpoint'),
    async stop() {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
