import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type OpenRequest, type PaymentService, createPaymentService } from '@kvp/deciding';
import type { Actor } from '@kvp/lifecycle';
import { settledBy } from '@kvp/payments';
import pg from 'pg';
import { type TestDatabase, testDatabase } from '../../../../test/support/postgres.ts';
import { type CaseQueries, createCaseQueries } from '../case-queries.ts';
import { verifyReadModels } from '../projector.ts';
import { CASEWORKER, GRANT, type Office, openOffice } from '../testing/office.ts';
import { type Running, start, untilCaughtUp } from '../testing/read-model-house.ts';
import { paymentCases } from './payment-cases.ts';

const PAYER: Actor = { id: 'payments-1', role: 'payments', municipality: '4204', office: '1001' };

let database: TestDatabase;
let pool: pg.Pool;
let office: Office;
let running: Running;
let queries: CaseQueries;
let payments: PaymentService;
let caseIds: string[];

const startedCase = async (serial: number, actor: Actor = CASEWORKER): Promise<string> => {
  const caseId = await office.apply(serial, '2025-01-06', actor);
  await office.run('grant', GRANT, '2025-01-20', caseId, actor);
  await office.run('start', { startedOn: '2025-02-03' }, '2025-02-03', caseId, actor);
  return caseId;
};
const paying = (n: number, month: OpenRequest['month'], on: string, more: Partial<OpenRequest> = {}): OpenRequest => ({
  ...{ commandId: `00000000-0000-4000-9000-${String(n).padStart(12, '0')}`, correlationId: 'test', actor: PAYER },
  ...{ now: Temporal.Instant.from(`${on}T11:00:00Z`), month, kind: 'ordinary', ...more },
});

beforeAll(async () => {
  database = await testDatabase();
  pool = new pg.Pool({ connectionString: database.connectionString });
  office = openOffice();
  running = start({ ...office, pool, codeVersion: 'test' });
  queries = createCaseQueries({ pool, keys: office.keys, rates: office.rates });
  payments = createPaymentService({ ...office, codeVersion: 'test', cases: paymentCases({ ...office, pool }) });
  caseIds = [await startedCase(0), await startedCase(1)].sort();
  await startedCase(2, { ...CASEWORKER, municipality: '0301', office: '2001' });
});

afterAll(async () => {
  await running.stop();
  queries.close();
  await pool.end();
  await database.drop();
});

test('a run out of the schedules pays what is due in its municipality, and each line can be read back', async () => {
  const outcome = await payments.run(paying(1, '2025-03', '2025-04-01'));
  if (outcome.kind !== 'run') throw new Error(outcome.kind);
  // 973.6198 a day: 20 weekdays of February and 21 of March, for two.
  expect(outcome.run.totals).toMatchObject({ participants: 2, lines: 4, gross: 2 * (1_947_240 + 2_044_602) });
  await untilCaughtUp(running, office);
  const lines = await queries.linesOfRun(outcome.run.runId);
  expect(lines.map(({ caseId, month, gross, status, payDate }) => [caseId, month, gross, status, payDate])).toEqual(
    caseIds.flatMap((caseId) => [
      [caseId, '2025-02', 1_947_240, 'sent', '2025-04-16'],
      [caseId, '2025-03', 2_044_602, 'sent', '2025-04-16'],
    ]),
  );
  const [first] = caseIds;
  expect([...settledBy(await queries.paymentsOf(first!)).values()].map(({ settled }) => settled)).toEqual([1_947_240, 2_044_602]);
  expect(await queries.paymentsOf('nobody')).toEqual({ lines: [] });
});

test('what came in a moment ago is paid as it is now, and a dry run sees days that nobody has registered', async () => {
  const [first] = caseIds;
  await office.run('deduct', { date: '2025-04-10', hours: 7.5, noticeGiven: true }, '2025-05-02', first);
  await office.run('registerAttendance', { days: [{ date: '2025-04-01', hours: 7.5, code: 'present' }] }, '2025-05-02', first);
  const outcome = await payments.run(paying(2, '2025-04', '2025-05-02', { dryRun: true }));
  if (outcome.kind !== 'would-run') throw new Error(outcome.kind);
  // April 2025 has 22 weekdays: 21 are left of one of them, and 22 of the other.
  expect(outcome.report.totals.gross).toBe(2_044_602 + 2_141_964);
  // 17, 18 and 21 April are free (KVPF § 16), one day is registered, and one is absence: 17 are left of one, 19 of the other.
  expect(outcome.report.anomalies).toEqual(
    expect.arrayContaining([
      { caseId: first, kind: 'attendanceMissing', measure: 17 },
      { caseId: caseIds[1], kind: 'attendanceMissing', measure: 19 },
    ]),
  );
});

test('rates that were not known yet on the day of the run do not count in it', async () => {
  const outcome = await payments.run(paying(3, '2025-05', '2025-06-02', { dryRun: true, caseId: caseIds[1]! }));
  if (outcome.kind !== 'would-run') throw new Error(outcome.kind);
  // April 21 419.64 and May, 22 days of 1 021.756: 22 478.63. What is known later (G of 2026) changes neither.
  expect(outcome.report.totals).toMatchObject({ participants: 1, gross: 2_141_964 + 2_247_863 });
});

test('where nobody brings the schedules up to date, nobody is left out unseen: the run does not begin', async () => {
  await running.stop();
  await startedCase(3);
  const behind = createPaymentService({ ...office, codeVersion: 'test', cases: paymentCases({ ...office, pool, patience: 100 }) });
  await expect(behind.run(paying(4, '2025-04', '2025-05-02', { dryRun: true }))).rejects.toThrow('behind the log');
  running = start({ ...office, pool, codeVersion: 'test' });
  await untilCaughtUp(running, office);
});

test('rebuilt from the log, the settlements are those that are live', async () => {
  const reports = await verifyReadModels({ ...office, pool, codeVersion: 'test' });
  expect(reports.map(({ readModel, outcome }) => [readModel, outcome])).toContainEqual(['settlements', 'equal']);
  expect(reports.every(({ outcome }) => outcome === 'equal')).toBe(true);
});
