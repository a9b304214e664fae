import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { date } from '@kvp/calendar';
import { casesInLog } from '@kvp/deciding';
import pg from 'pg';
import { testDatabase } from '../../../../test/support/postgres.ts';
import { type CaseQueries, createCaseQueries } from '../case-queries.ts';
import { verifyReadModels } from '../projector.ts';
import { type Office, openOffice } from '../testing/office.ts';
import { type Running, start, untilCaughtUp } from '../testing/read-model-house.ts';
import { paymentCases } from '../settlements/payment-cases.ts';
import { paymentSchedule } from './project.ts';
import { refreshSchedules } from './refresh.ts';

let database: Awaited<ReturnType<typeof testDatabase>>;
let pool: pg.Pool;
let office: Office;
let running: Running;
let queries: CaseQueries;
let first: string;
let second: string;

const HERE = { municipality: '4204' };

beforeAll(async () => {
  database = await testDatabase();
  pool = new pg.Pool({ connectionString: database.connectionString });
  office = openOffice();
  running = start({ ...office, pool, codeVersion: 'test' });
  queries = createCaseQueries({ pool, keys: office.keys, rates: office.rates });
  [first, second] = [await begun(0), await begun(1)];
  await untilCaughtUp(running, office);
});

afterAll(async () => {
  await running.stop();
  queries.close();
  await pool.end();
  await database.drop();
});

async function begun(serial: number): Promise<string> {
  const caseId = await office.apply(serial, '2026-01-05');
  const period = { from: '2026-02-02', to: '2027-02-01', assessment: 'AEV-2026-1', evaluationDates: ['2026-05-04'] };
  await office.run('grant', period, '2026-01-19', caseId);
  await office.run('start', { startedOn: '2026-02-02' }, '2026-02-02', caseId);
  return caseId;
}

const september = async (caseId: string): Promise<string | undefined> =>
  (await queries.schedule(caseId, HERE))?.months.find(({ month }) => month === '2026-09')?.amount;

/** What stands in the rows of September, and on which rates. */
async function stored(): Promise<unknown> {
  const { rows } = await pool.query<{ case_id: string; amount_ore: string; rates_revision: string }>(
    `select case_id, amount_ore, rates_revision from read.payment_schedule_month where month = '2026-09'`,
  );
  return Object.fromEntries(rows.map((row) => [row.case_id, [Number(row.amount_ore), row.rates_revision]]));
}

const verified = async (): Promise<string | undefined> => {
  const [report] = await verifyReadModels({ ...office, pool, codeVersion: 'test', projections: [paymentSchedule] });
  return report?.outcome;
};

// September 2026 has 22 weekdays: 22 × 2.041 × 136 549 / 260 = 23 582.01, and on the new G 22 × 2.041 × 140 000 / 260 = 24 178.
const [OLD, NEW] = [
  [2_358_201, '2026-07-02'],
  [2_417_800, '2026-07-02+1'],
] as const;

test('a new rate rewrites no row, and counts in every answer at once', async () => {
  expect(await september(first)).toBe('23582.01');
  await office.announceG('140000', '2026-09-01', '2026-09-18');
  expect([await september(first), await september(second)]).toEqual(['24178.00', '24178.00']);
  expect(await stored()).toEqual({ [first]: OLD, [second]: OLD });
  expect(await verified()).toBe('equal');
});

test('a run computes anew the months that the new rate reaches, and comes to what the log itself gives', async () => {
  const asked = { municipality: '4204', month: '2026-10', knownAt: date('2026-11-02'), attendance: false } as const;
  const [fromRows, fromLog] = await Promise.all(
    [paymentCases({ ...office, pool }), casesInLog(office.store, office.keys)].map(async (source) => {
      const cases = (await Array.fromAsync(source.read(asked))).flat();
      return cases.map(({ caseId, due }) => [caseId, due.filter(({ month }) => month <= asked.month)]);
    }),
  );
  expect(fromRows).toEqual(fromLog);
  // 20 weekdays of February on the old G, 22 of September on the new one.
  expect(fromRows?.[0]?.[1]).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ month: '2026-02', due: 2_043_512 }),
      expect.objectContaining({ month: '2026-09', due: 2_417_800 }),
    ]),
  );
});

test('a case that something happens in is written on the new rate; the rebuilt rows are held to the rates that each names', async () => {
  await office.run('recordWork', { from: '2026-10-01', to: '2026-10-02', hoursPerWeek: 7.5 }, '2026-09-21', first);
  await untilCaughtUp(running, office);
  expect(await stored()).toEqual({ [first]: NEW, [second]: OLD });
  expect(await verified()).toBe('equal');
});

test('the sweep refreshes the rest; stopped before it is done, it says so and goes on where it was', async () => {
  const stopped = await refreshSchedules({ ...office, pool, signal: AbortSignal.abort() });
  expect(stopped).toMatchObject({ stale: 1, refreshed: 0, complete: false });
  const told: [number, number][] = [];
  const report = await refreshSchedules({ ...office, pool, onProgress: (...progress) => told.push(progress) });
  expect(report).toEqual({ ratesRevision: '2026-07-02+1', stale: 1, refreshed: 1, unreadable: 0, complete: true });
  expect(told).toEqual([[1, 1]]);
  expect(await stored()).toEqual({ [first]: NEW, [second]: NEW });
  expect(await september(second)).toBe('24178.00');
  expect(await verified()).toBe('equal');
  expect(await refreshSchedules({ ...office, pool })).toMatchObject({ stale: 0, refreshed: 0, complete: true });
});

test('a row that is not what the log makes of it on the rates it names is found out', async () => {
  await pool.query(`update read.payment_schedule_month set amount_ore = amount_ore + 1 where case_id = $1 and month = '2026-09'`, [second]);
  expect(await verified()).toBe('different');
  await pool.query(`update read.payment_schedule_month set rates_revision = '2026-07-02' where case_id = $1`, [second]);
  expect(await verified()).toBe('different');
});
