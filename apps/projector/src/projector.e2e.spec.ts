import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { createCommandService } from '@kvp/deciding';
import { type EventStore, createPostgresEventStore } from '@kvp/event-store';
import { createKeyRing, createPostgresKeyStore, openKeyFile, syntheticNumber } from '@kvp/people';
import pg from 'pg';
import { type TestDatabase, testDatabase } from '../../../test/support/postgres.ts';
import { until } from '../../../test/support/until.ts';

const RUN = fileURLToPath(new URL('../../../tools/run.js', import.meta.url));
const MAIN = fileURLToPath(new URL('main.ts', import.meta.url));

let database: TestDatabase;
let pool: pg.Pool;
let store: EventStore;
let folder: string;
let apply: (serial: number) => Promise<unknown>;
let processes: ChildProcess[];

interface Health {
  readonly status: string;
  readonly readModels: readonly { readonly readModel: string; readonly state: string; readonly handled: number }[];
}

/** A projector in a process of its own, and where its health is asked. */
async function startProcess(): Promise<{ readonly child: ChildProcess; readonly health: () => Promise<Health> }> {
  const env = {
    ...process.env,
    DATABASE_URL: database.connectionString,
    KVP_KEY_FILE: join(folder, 'keys.json'),
    PORT: '0',
    NODE_OPTIONS: '',
  };
  const child = spawn(process.execPath, [RUN, MAIN], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  processes.push(child);
  for await (const chunk of child.stdout) {
    const url = /"url":"([^"]+)"/.exec(String(chunk))?.[1];
    if (url !== undefined) return { child, health: async () => (await (await fetch(`${url}/health/ready`)).json()) as Health };
  }
  throw new Error('The projector ended before it was ready.');
}

const reaches = (what: string, health: () => Promise<Health>, wanted: (seen: Health) => boolean): Promise<Health> =>
  until(`the projector is ${what}`, 30_000, async () => {
    const seen = await health();
    return wanted(seen) ? seen : undefined;
  });

const all =
  (state: string) =>
  ({ readModels }: Health): boolean =>
    readModels.every((each) => each.state === state);

const cases = async (): Promise<number> => {
  const { rows } = await pool.query<{ n: string }>('select count(*) as n from read.participant_status');
  return Number(rows[0]?.n);
};

beforeEach(async () => {
  database = await testDatabase();
  folder = mkdtempSync(join(tmpdir(), 'kvp-projector-'));
  pool = new pg.Pool({ connectionString: database.connectionString });
  store = createPostgresEventStore({ connectionString: database.connectionString });
  processes = [];
  const keyFile = openKeyFile(join(folder, 'keys.json'), { create: true });
  const keys = createKeyRing({ keyStore: await createPostgresKeyStore(pool), keyFile });
  const service = createCommandService({ store, keys, keyFile, codeVersion: 'test' });
  apply = (serial) =>
    service.execute({
      commandId: `00000000-0000-4000-8000-${String(serial).padStart(12, '0')}`,
      name: 'apply',
      input: {
        identityNumber: syntheticNumber('1990-04-02', serial).reveal(),
        birthDate: '1990-04-02',
        receivedOn: '2025-01-06',
        channel: 'paper',
      },
      actor: { id: 'caseworker-1', role: 'caseworker', municipality: '4204', office: '1001' },
      now: Temporal.Instant.from('2025-01-06T10:00:00Z'),
      correlationId: 'test',
    });
});

afterEach(async () => {
  for (const child of processes) {
    if (child.exitCode !== null || child.signalCode !== null) continue;
    child.kill('SIGKILL');
    await once(child, 'exit');
  }
  await store.close();
  await pool.end();
  await database.drop();
  rmSync(folder, { recursive: true });
});

test('of two processes one writes; when it is killed the other takes over, and no event is lost or taken twice', async () => {
  await apply(0);
  const first = await startProcess();
  await reaches('live', first.health, all('live'));
  const second = await startProcess();
  expect(await reaches('standby', second.health, all('standby'))).toMatchObject({ status: 'up' });

  const writing = Promise.all([1, 2, 3, 4, 5, 6, 7, 8].map(apply));
  first.child.kill('SIGKILL');
  await writing;
  await reaches('live', second.health, all('live'));
  await until('nine cases are shown', 30_000, async () => ((await cases()) >= 9 ? true : undefined));
  expect(await cases()).toBe(9);
  const { rows } = await pool.query<{ n: string }>('select count(*) as n from read.audit_trail_entry');
  expect(Number(rows[0]?.n)).toBe(9);
});

test('told to stop, it ends in order with status 0', async () => {
  const { child, health } = await startProcess();
  await reaches('live', health, all('live'));
  child.kill('SIGTERM');
  expect(await once(child, 'exit')).toEqual([0, null]);
});

test('without its configuration it says what is missing, and ends with 78', async () => {
  const env = { PATH: process.env['PATH'] };
  const child = spawn(process.execPath, [RUN, MAIN], { env, stdio: ['ignore', 'ignore', 'pipe'] });
  processes.push(child);
  let said = '';
  child.stderr.on('data', (chunk) => (said += String(chunk)));
  expect(await once(child, 'close')).toEqual([78, null]);
  expect(said).toContain('DATABASE_URL must be set');
  expect(said).toContain('KVP_KEY_FILE must be set');
});
