import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { startEmbeddedPostgres } from '@kvp/event-store';
import pg from 'pg';
import { testDatabase } from '../../../test/support/postgres.ts';
import { until as untilAnswered } from '../../../test/support/until.ts';
import { type House, type Running, openHouse, start, until, untilCaughtUp } from './testing/read-model-house.ts';
import { add } from './testing/tally.ts';

let house: House;
let line: Running;

beforeEach(async () => {
  house = await openHouse(await testDatabase());
  await add(house.store, 'a', 1);
  line = start(house);
  await untilCaughtUp(line, house);
});

afterEach(async () => {
  await line.stop();
  await house.close();
});

/** The first row of a query, once there is one. Asked outside of any transaction, which would see the same statistics each time. */
const seen = <Row extends object>(what: string, query: string): Promise<Row> =>
  untilAnswered(what, 20_000, async () => (await house.pool.query<Row>(query)).rows[0]);

const WAITS_FOR_A_LOCK = `
  select pid from pg_stat_activity
  where datname = current_database() and wait_event_type = 'Lock' and query like '%tally_amount_v1%'`;

test('a writer killed in the middle of a batch leaves neither rows nor position, and another takes over', async () => {
  const stored = async () => [
    await house.rows('tally', 'case_id', 'revision', 'total'),
    await house.rows('read_model', 'name', 'position'),
  ];
  const before = await stored();
  const other = await house.pool.connect();
  await other.query('begin; lock table read.tally_amount_v1 in access exclusive mode');
  await add(house.store, 'a', 2, 4);
  // The position and the cases are written; the batch hangs at its last table.
  const { pid } = await seen<{ pid: number }>('the writer waits for the lock', WAITS_FOR_A_LOCK);
  await house.pool.query('select pg_terminate_backend($1)', [pid]);
  expect(await stored()).toEqual(before);
  await other.query('rollback');
  other.release();

  await untilCaughtUp(line, house);
  expect(await house.rows('tally', 'case_id', 'revision', 'total')).toEqual([{ case_id: 'a', revision: 2, total: 1 + 2 + 4 }]);
  expect(await house.rows('tally_amount', 'revision', 'amount')).toEqual([
    { revision: 0, amount: 1 },
    { revision: 1, amount: 2 },
    { revision: 2, amount: 4 },
  ]);
});

test('a writer that lost its turn cannot write: the position has moved', async () => {
  await house.pool.query(`update read.read_model set position = null, handled = 0`);
  await add(house.store, 'a', 2);
  await untilCaughtUp(line, house);
  expect(await house.rows('tally', 'case_id', 'revision', 'total')).toEqual([{ case_id: 'a', revision: 1, total: 3 }]);
});

test('PostgreSQL is stopped and started again, and the projector goes on without a restart', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'kvp-outage-'));
  let server = await startEmbeddedPostgres({ dataDir, settings: { fsync: 'off' } });
  const { port, connectionString } = server;
  const pool = new pg.Pool({ connectionString });
  const projector = start({ ...house, pool });
  try {
    await untilCaughtUp(projector, house);
    await server.stop();
    await add(house.store, 'a', 2);
    const { ready, lines } = await until(projector, (status) => status.lines[0]?.state === 'waiting');
    expect(ready).toBe(false);
    expect(lines[0]?.reason).not.toBeNull();
    server = await startEmbeddedPostgres({ dataDir, port, settings: { fsync: 'off' } });
    await untilCaughtUp(projector, house);
    const { rows } = await pool.query('select revision, total from read.tally');
    expect(rows).toEqual([{ revision: 1, total: 3 }]);
  } finally {
    await projector.stop();
    await pool.end();
    await server.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
});
