import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { testDatabase } from '../../../../test/support/postgres.ts';
import { ranOn } from '../../../../test/support/report.ts';
import { startTcpProxy } from '../../../../test/support/tcp-proxy.ts';
import { describeContract } from '../contract/index.ts';
import type { Harness } from '../contract/index.ts';
import { startEmbeddedPostgres } from '../embedded/embedded.ts';
import { processesIn } from '../embedded/processes.ts';
import { createPostgresEventStore } from './postgres.ts';

const given = process.env['DATABASE_URL_TEST'];

describeContract('PostgreSQL', {
  cannot: {},
  start: embedded,
  report: (text) => ranOn('event-store-postgres', text),
});

if (given !== undefined) {
  describeContract('PostgreSQL of DATABASE_URL_TEST', {
    cannot: { restart: 'the server is not ours', hang: 'the server is not ours' },
    start: configured,
    report: (text) => ranOn('event-store-postgres-configured', text),
  });
}

/** A server of the suite's own, behind a door, so that it can be killed and held up. */
async function embedded(): Promise<Harness> {
  const dataDir = mkdtempSync(join(tmpdir(), 'kvp-contract-'));
  const cluster = join(dataDir, 'cluster');
  let server = await startEmbeddedPostgres({ dataDir });
  const proxy = await startTcpProxy(() => server.port);
  const url = new URL(server.connectionString);
  url.port = String(proxy.port);
  const version = await query<{ server_version: string }>(url.href, 'show server_version');
  return {
    description: `PostgreSQL ${version?.server_version ?? ''} (embedded)`,
    ...on(url.href),
    server: {
      kill: async () => {
        // The children too: they would go on answering for a moment, which a power cut does not let them.
        for (const pid of await processesIn(cluster, server.pid)) process.kill(pid, 'SIGKILL');
        await server.stop();
      },
      start: async () => {
        server = await startEmbeddedPostgres({ dataDir });
      },
      freeze: async () => proxy.freeze(),
      thaw: async () => proxy.thaw(),
      cut: () => cut(server.connectionString),
    },
    dispose: async () => {
      await proxy.close();
      await server.stop();
      rmSync(dataDir, { recursive: true });
    },
  };
}

/** The server that somebody else runs: it takes everything but being killed. */
async function configured(): Promise<Harness> {
  const { description, connectionString, drop } = await testDatabase();
  return { description, ...on(connectionString), server: { cut: () => cut(connectionString) }, dispose: drop };
}

const on = (connectionString: string): Pick<Harness, 'open' | 'elsewhere' | 'openCalls'> => ({
  open: ({ timeoutMs = 5_000 } = {}) =>
    createPostgresEventStore({ connectionString, appendTimeoutMs: timeoutMs, readTimeoutMs: timeoutMs, connectTimeoutMs: timeoutMs }),
  elsewhere: { module: new URL('postgres.ts', import.meta.url).href, name: 'createPostgresEventStore', options: { connectionString } },
  openCalls: async () => {
    const row = await query<{ count: number }>(
      connectionString,
      "select count(*)::integer from pg_stat_activity where datname = current_database() and state <> 'idle' and pid <> pg_backend_pid()",
    );
    return row?.count ?? 0;
  },
});

/** Ends the sessions of all clients, from the server's side. */
async function cut(connectionString: string): Promise<void> {
  await query(
    connectionString,
    'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
  );
}

async function query<Row extends pg.QueryResultRow>(connectionString: string, text: string): Promise<Row | undefined> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    return (await client.query<Row>(text)).rows[0];
  } finally {
    await client.end();
  }
}
