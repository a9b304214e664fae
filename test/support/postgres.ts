import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { testRunFolder, testRunPid } from './report.ts';

export interface TestDatabase {
  readonly connectionString: string;
  /** Which server, without secrets: "PostgreSQL 18.4 (embedded)". */
  readonly description: string;
  /** Ends all connections to it and removes it. */
  readonly drop: () => Promise<void>;
}

/**
 * An empty database for one spec: on `DATABASE_URL_TEST` when set, else on a server that the first spec to ask starts for the whole test run
 * (about a second, once) and that ends with it.
 */
export async function testDatabase(): Promise<TestDatabase> {
  const given = process.env['DATABASE_URL_TEST'];
  const server = given ?? (await sharedServer());
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  const version = await onServer(server, async (client) => {
    await client.query(`create database ${name}`);
    const { rows } = await client.query<{ server_version: string }>('show server_version');
    return rows[0]?.server_version.split(' ')[0] ?? 'of unknown version';
  });
  const url = new URL(server);
  url.pathname = `/${name}`;
  return {
    connectionString: url.href,
    description: `PostgreSQL ${version} (${given === undefined ? 'embedded' : 'DATABASE_URL_TEST'})`,
    drop: () =>
      onServer(server, async (client) => {
        await connectionsEnded(client, name);
        await client.query(`drop database if exists ${name} with (force)`);
      }),
  };
}

const ENDING_MS = 2_000;

/**
 * Waits until the connections that the spec has ended are gone: an ended pool answers before its sockets are closed, and one that is cut
 * then has nobody left to tell. What still lives after a while is cut by the drop.
 */
async function connectionsEnded(client: pg.Client, database: string): Promise<void> {
  for (const end = Date.now() + ENDING_MS; Date.now() < end; await pause(10)) {
    const { rowCount } = await client.query('select from pg_stat_activity where datname = $1', [database]);
    if (rowCount === 0) return;
  }
}

async function onServer<T>(connectionString: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

const START_MS = 60_000;

/** The connection string that the server's process leaves in the folder of the test run; whoever makes the lock starts that process. */
async function sharedServer(): Promise<string> {
  const folder = testRunFolder();
  if (await isFirst(join(folder, 'postgres.lock'))) {
    const program = fileURLToPath(new URL('postgres-server.ts', import.meta.url));
    const runner = fileURLToPath(new URL('../../tools/run.js', import.meta.url));
    spawn(process.execPath, [runner, program, folder, String(testRunPid)], { detached: true, stdio: 'ignore' }).unref();
  }
  for (const end = Date.now() + START_MS; Date.now() < end; await pause(20)) {
    const text = await readFile(join(folder, 'postgres.json'), 'utf8').catch(() => undefined);
    if (text === undefined) continue;
    const answer = JSON.parse(text) as { connectionString?: string; problem?: string };
    if (answer.connectionString !== undefined) return answer.connectionString;
    throw new Error(`The PostgreSQL server for the tests did not start: ${answer.problem ?? ''}`);
  }
  throw new Error('The PostgreSQL server for the tests did not start within a minute.');
}

/** Creating a file that must not exist is atomic: of all workers one succeeds. */
async function isFirst(lock: string): Promise<boolean> {
  try {
    await writeFile(lock, '', { flag: 'wx' });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}
