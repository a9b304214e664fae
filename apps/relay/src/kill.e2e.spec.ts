import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type EventStore, createPostgresEventStore } from '@kvp/event-store';
import { createPostgresKeyStore, openKeyFile } from '@kvp/people';
import { type ReceivedRecord, createKafka, readTopics } from '@kvp/topics';
import { type TestLog, type WrittenCase, testLog } from '@kvp/topics/testing';
import pg from 'pg';
import { describeOnKafka, testKafka } from '../../../test/support/kafka.ts';
import { type TestDatabase, testDatabase } from '../../../test/support/postgres.ts';
import { until } from '../../../test/support/until.ts';

const RUN = fileURLToPath(new URL('../../../tools/run.js', import.meta.url));
const MAIN = fileURLToPath(new URL('main.ts', import.meta.url));
const ROUNDS = Number(process.env['KVP_KILL_ROUNDS'] ?? 3);
const LIMIT_MS = 60_000;

describeOnKafka(
  'kill -9 of the relay under load',
  ({ brokers }) => {
    const folder = mkdtempSync(join(tmpdir(), 'kvp-relay-'));
    const prefix = `kill-${randomUUID()}.`;
    let database: TestDatabase;
    let pool: pg.Pool;
    let store: EventStore;
    let log: TestLog;
    const processes: ChildProcess[] = [];

    beforeAll(async () => {
      database = await testDatabase();
      pool = new pg.Pool({ connectionString: database.connectionString });
      store = createPostgresEventStore({ connectionString: database.connectionString });
      log = testLog(store, await createPostgresKeyStore(pool), openKeyFile(join(folder, 'keys.json'), { create: true }));
    });
    afterAll(async () => {
      await Promise.all(processes.map(kill));
      await store.close();
      await pool.end();
      await database.drop();
      rmSync(folder, { recursive: true });
    });

    const kill = async (child: ChildProcess): Promise<void> => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill('SIGKILL');
      await once(child, 'exit');
    };
    const startRelay = async (): Promise<ChildProcess> => {
      const env = {
        ...{ PATH: process.env['PATH'], DATABASE_URL: database.connectionString, KVP_KEY_FILE: join(folder, 'keys.json') },
        ...{ KAFKA_BROKERS: brokers, KAFKA_TOPIC_PREFIX: prefix, PORT: '0' },
      };
      const child = spawn(process.execPath, [RUN, MAIN], { env, stdio: ['ignore', 'pipe', 'inherit'] });
      processes.push(child);
      for await (const chunk of child.stdout) if (String(chunk).includes('The relay runs.')) break;
      child.stdout.resume();
      return child;
    };

    test(
      `${ROUNDS} times, two relays on the log: a reader of committed records sees each event once and in order of its case, none missing`,
      async () => {
        const cases: WrittenCase[] = [];
        const records: ReceivedRecord[] = [];
        let writing = true;
        const writers = [1, 2].map(async () => {
          while (writing) cases.push(await log.live(undefined, true));
        });
        let leader = await startRelay();
        const standby = await startRelay();
        const stop = new AbortController();
        const count = async (): Promise<number> =>
          Number((await pool.query<{ n: string }>('select count(*) as n from log.event')).rows[0]?.n);
        let reading: Promise<void> = Promise.resolve();
        for (let round = 0; round < ROUNDS; round += 1) {
          await pause(200 + Math.random() * 1_500);
          await kill(leader);
          leader = await startRelay();
          if (round > 0) continue;
          await until('the topics are there', LIMIT_MS, async () => {
            reading = readTopics({
              ...{
                kafka: createKafka({ brokers, clientId: 'kill-reader' }),
                prefix,
                groupId: randomUUID(),
                marks: {},
                signal: stop.signal,
              },
              topics: ['case-events-v1'],
              handle: async (taken) => void records.push(...taken),
            });
            const isThere = await Promise.race([reading.then(() => true), pause(3_000).then(() => true)]);
            return isThere || undefined;
          });
        }
        writing = false;
        await Promise.all(writers);
        const written = cases.reduce((sum, { events }) => sum + events.length, 0);
        await until('everything has come', LIMIT_MS, () => (records.length >= written ? true : undefined));
        await kill(standby);
        await kill(leader);
        // Whatever was on its way has come now, or never will.
        await pause(500);
        stop.abort();
        await reading;
        expect(await count()).toBe(written);
        expect(written).toBeGreaterThan(20 * ROUNDS);
        expect(records.length).toBe(written);
        for (const { caseId, events } of cases) {
          expect(records.filter(({ key }) => key === caseId).map(({ headers }) => headers['ce_id'])).toEqual(events.map(({ id }) => id));
        }
      },
      LIMIT_MS * (ROUNDS + 2),
    );

    test('told to stop, it ends in order with status 0', async () => {
      const child = await startRelay();
      child.kill('SIGTERM');
      expect(await once(child, 'exit')).toEqual([0, null]);
    });
  },
  await testKafka(),
);

test('without its configuration it says what is missing, and ends with 78', async () => {
  const child = spawn(process.execPath, [RUN, MAIN], { env: { PATH: process.env['PATH'] }, stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  child.stderr.on('data', (chunk) => (said += String(chunk)));
  expect(await once(child, 'close')).toEqual([78, null]);
  expect(said).toContain('KAFKA_BROKERS must be set');
});
