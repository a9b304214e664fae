import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { testDatabase } from '../../../test/support/postgres.ts';
import { LineStopped } from './engine/line-stopped.ts';
import { openSession } from './engine/session.ts';
import { rebuild, verifyReadModels } from './projector.ts';
import { RebuildRunning, RebuildStopped } from './beside.ts';
import type { RebuildProgress } from './rebuild-progress.ts';
import { type House, type Running, openHouse, start, until, untilCaughtUp } from './testing/read-model-house.ts';
import { add, newEvent, tally } from './testing/tally.ts';

let house: House;
let running: Running[];

const begin = (options: Partial<House> = {}): Running => {
  const begun = start({ ...house, ...options });
  running.push(begun);
  return begun;
};
const tables = async (): Promise<string[]> => {
  const { rows } = await house.pool.query<{ name: string }>(
    `select table_name as name from information_schema.tables where table_schema = 'read' and table_name ~ '^tally' order by 1`,
  );
  return rows.map(({ name }) => name);
};
const TOTALS = [
  { case_id: 'a', revision: 1, total: 1 + 2 },
  { case_id: 'b', revision: 0, total: 10 },
];

beforeEach(async () => {
  house = await openHouse(await testDatabase());
  running = [];
  await add(house.store, 'a', 1, 2);
  await add(house.store, 'b', 10);
});

afterEach(async () => {
  await Promise.all(running.map((each) => each.stop()));
  await house.close();
});

test('a rebuild is made beside, equals what is live, and takes its place; the old one goes', async () => {
  const line = begin();
  await untilCaughtUp(line, house);
  const report = await rebuild('tally', house);
  expect(report).toMatchObject({ readModel: 'tally', version: 2, handled: 3, difference: null });
  expect(await tables()).toEqual(['tally', 'tally_amount', 'tally_amount_v2', 'tally_v2']);
  expect(await house.rows('tally', 'case_id', 'revision', 'total')).toEqual(TOTALS);

  await add(house.store, 'b', 5);
  await untilCaughtUp(line, house);
  expect(line.projector.status().lines[0]?.version).toBe(2);
  expect(await house.rows('tally', 'case_id', 'total')).toEqual([
    { case_id: 'a', total: 3 },
    { case_id: 'b', total: 10 + 5 },
  ]);
});

test('a line that knows only its rows goes on in the version that took their place', async () => {
  const first = begin();
  await untilCaughtUp(first, house);
  await first.stop();
  const line = begin();
  await untilCaughtUp(line, house);
  await rebuild('tally', house);
  await add(house.store, 'b', 5);
  await untilCaughtUp(line, house);
  expect(await house.rows('tally', 'case_id', 'total')).toContainEqual({ case_id: 'b', total: 10 + 5 });
});

test('a rebuild mends what was damaged, and names the first row that differed', async () => {
  await untilCaughtUp(begin(), house);
  await house.pool.query(`update read.tally set total = 99 where case_id = 'b'`);
  const difference = { readModel: 'tally', table: 'tally', row: ['b'], what: 'differs', column: 'total' };
  expect((await rebuild('tally', house)).difference).toEqual(difference);
  expect(await house.rows('tally', 'case_id', 'revision', 'total')).toEqual(TOTALS);
});

test.each([
  ['a changed column', `update read.tally_amount set amount = 9 where case_id = 'a' and revision = 1`, 'differs', 'amount'],
  ['a row too few', `delete from read.tally_amount where case_id = 'a' and revision = 1`, 'missing in live', null],
  ['sealed bytes moved', `update read.tally_amount set sealed = null where case_id = 'a' and revision = 1`, 'differs', 'sealed'],
])('verifying finds %s and changes nothing', async (_what, damage, what, column) => {
  await untilCaughtUp(begin(), house);
  expect(await verifyReadModels(house)).toEqual([{ readModel: 'tally', handled: 3, outcome: 'equal', difference: null }]);
  await house.pool.query(damage);
  expect(await verifyReadModels(house)).toEqual([
    {
      readModel: 'tally',
      handled: 3,
      outcome: 'different',
      difference: { readModel: 'tally', table: 'tally_amount', row: ['a', '1'], what, column },
    },
  ]);
  expect(await tables()).toEqual(['tally', 'tally_amount', 'tally_amount_v1', 'tally_v1']);
});

test('verifying finds sealed bytes that do not open', async () => {
  await untilCaughtUp(begin(), house);
  await house.pool.query(
    `update read.tally set sealed = json_build_object('alg', 'A256GCM', 'key', 'person-1#1', 'iv', 'AAAA', 'data', 'AAAA')`,
  );
  const [report] = await verifyReadModels(house);
  expect(report?.difference).toEqual({ readModel: 'tally', table: 'tally', row: ['a'], what: 'differs', column: 'sealed' });
});

test('verifying finds a row too many', async () => {
  await untilCaughtUp(begin(), house);
  await house.pool.query(`insert into read.tally (case_id, revision, total, protected) values ('aa', 0, 0, false)`);
  const [report] = await verifyReadModels(house);
  expect(report?.difference).toEqual({ readModel: 'tally', table: 'tally', row: ['aa'], what: 'missing in rebuilt', column: null });
});

test('reading the log twice gives the same rows', async () => {
  const line = begin();
  await untilCaughtUp(line, house);
  const before = [
    await house.rows('tally', 'case_id', 'revision', 'total'),
    await house.rows('tally_amount', 'case_id', 'revision', 'amount'),
  ];
  await line.stop();
  await house.pool.query('update read.read_model set position = null, handled = 0');
  await untilCaughtUp(begin(), house);
  expect([
    await house.rows('tally', 'case_id', 'revision', 'total'),
    await house.rows('tally_amount', 'case_id', 'revision', 'amount'),
  ]).toEqual(before);
});

test('a rebuild that is stopped goes on where it was', async () => {
  for (let i = 0; i < 30; i += 1) await add(house.store, `c${i}`, ...Array.from({ length: 100 }, () => 1));
  const stopping = new AbortController();
  const stopAt = ({ handled }: RebuildProgress): void => {
    if (handled >= 1_000) stopping.abort();
  };
  const stopped = rebuild('tally', { ...house, batchSize: 1_000, signal: stopping.signal, onProgress: stopAt });
  await expect(stopped).rejects.toThrow(RebuildStopped);
  const progress: number[] = [];
  const report = await rebuild('tally', { ...house, onProgress: ({ handled }) => progress.push(handled) });
  expect(report.handled).toBe(3 + 30 * 100);
  expect(progress[0]).toBeGreaterThan(1_000);
  expect((await house.rows('tally', 'case_id', 'total')).slice(0, 3)).toEqual([
    { case_id: 'a', total: 3 },
    { case_id: 'b', total: 10 },
    { case_id: 'c0', total: 100 },
  ]);
});

test('other code does not go on with what was half built', async () => {
  const stopping = new AbortController();
  const stopped = rebuild('tally', { ...house, codeVersion: 'old', signal: stopping.signal, onProgress: () => stopping.abort() });
  await expect(stopped).rejects.toThrow(RebuildStopped);
  await house.pool.query('update read.tally_v1 set total = 77');
  expect(await rebuild('tally', { ...house, codeVersion: 'new' })).toMatchObject({ handled: 3, difference: undefined });
  expect(await house.rows('tally', 'case_id', 'revision', 'total')).toEqual(TOTALS);
});

test('two rebuilds of the same read model do not run at once', async () => {
  await expect(rebuild('tally', { ...house, signal: AbortSignal.abort() })).rejects.toThrow(RebuildStopped);
  const other = await openSession(house.pool, 'tally', 1);
  await expect(rebuild('tally', house)).rejects.toThrow(RebuildRunning);
  await other?.close();
  expect(await rebuild('tally', house)).toMatchObject({ version: 1, handled: 3 });
});

test('a rebuild stops at what it cannot handle, and what is live stays', async () => {
  await untilCaughtUp(begin(), house);
  const old = await house.rows('tally', 'case_id', 'total');
  await house.store.append('case-x', 'no-stream', [newEvent('Unheard', 1)]);
  await expect(rebuild('tally', house)).rejects.toThrow(LineStopped);
  expect(await house.rows('tally', 'case_id', 'total')).toEqual(old);
});

test('of two processes with another shape one rebuilds, and both see the new one', async () => {
  const before = begin();
  await untilCaughtUp(before, house);
  await before.stop();
  const reshaped = { projections: [{ ...tally, shape: 2 }] };
  const both = [begin(reshaped), begin(reshaped)];
  for (const each of both) await until(each, ({ ready, lines }) => ready && lines[0]?.version === 2);
  expect(both.map(({ projector }) => projector.status().lines[0]?.state).sort()).toEqual(['live', 'standby']);
});

test('code with another shape rebuilds at its start and then takes over', async () => {
  const before = begin();
  await untilCaughtUp(before, house);
  await before.stop();
  const doubled = { ...tally, shape: 2, columns: { ...tally.columns, doubled: 'integer' as const } };
  const rowOf = (state: { readonly sum: number }) => ({ total: state.sum, doubled: state.sum * 2 });
  const after = begin({ projections: [{ ...doubled, rowOf }] });
  await until(after, ({ lines }) => lines[0]?.state === 'live' && lines[0].version === 2);
  expect(await house.rows('tally', 'case_id', 'doubled')).toEqual([
    { case_id: 'a', doubled: 6 },
    { case_id: 'b', doubled: 20 },
  ]);
});
