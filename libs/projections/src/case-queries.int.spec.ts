import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { date } from '@kvp/calendar';
import pg from 'pg';
import { type TestDatabase, testDatabase } from '../../../test/support/postgres.ts';
import { type CaseQueries, createCaseQueries } from './case-queries.ts';
import { InvalidCursor } from './participant-status/cursor.ts';
import { rebuild, verifyReadModels } from './projector.ts';
import { CASEWORKER, GRANT, type Office, openOffice } from './testing/office.ts';
import { type Running, start, untilCaughtUp } from './testing/read-model-house.ts';

const HERE = { municipality: '4204' };
const ELSEWHERE = { ...CASEWORKER, municipality: '0301', office: '2001' };

let database: TestDatabase;
let pool: pg.Pool;
let office: Office;
let running: Running;
let queries: CaseQueries;

/** Granted for a year and started on the first day. */
let started: string;
let applied: string;
let foreign: string;

beforeAll(async () => {
  database = await testDatabase();
  pool = new pg.Pool({ connectionString: database.connectionString });
  office = openOffice();
  running = start({ ...office, pool, codeVersion: 'test' });
  queries = createCaseQueries({ pool, keys: office.keys, rates: office.rates });

  started = await office.apply(0, '2025-01-06');
  await office.run('grant', GRANT, '2025-01-20', started);
  await office.run('start', { startedOn: '2025-02-03' }, '2025-02-03', started);
  applied = await office.apply(1, '2025-03-03', { ...CASEWORKER, office: '1002' });
  foreign = await office.apply(2, '2025-03-04', ELSEWHERE);
  await untilCaughtUp(running, office);
});

afterAll(async () => {
  await running.stop();
  queries.close();
  await pool.end();
  await database.drop();
});

test('the status of a case on any day follows from what is stored', async () => {
  // 3 February to 1 March 2025: 26 days in February and 1 in March.
  expect(await queries.find(started, HERE, date('2025-03-01'))).toMatchObject({
    caseId: started,
    revision: 3,
    phase: 'running',
    countedDays: 26 + 1,
    decidedUntil: date('2026-02-02'),
    maxEnd: date('2027-02-02'),
    absoluteMaxEnd: date('2028-02-02'),
    pause: null,
  });
  expect(await queries.find(started, HERE, date('2025-01-25'))).toMatchObject({ phase: 'granted', countedDays: 0 });
});

test('the case of a protected person is there for those alone who have the permission', async () => {
  const graded = await office.apply(3, '2025-03-05');
  await office.run('recordProtection', { on: '2025-03-05', grading: 'confidential' }, '2025-03-05', graded);
  await untilCaughtUp(running, office);
  const day = date('2025-03-10');
  const seen = async (scope: typeof HERE & { readonly protectedToo?: boolean }) => [
    (await queries.find(graded, scope, day))?.caseId,
    (await queries.schedule(graded, scope))?.caseId,
    (await queries.auditTrail(graded, scope))?.caseId,
    (await queries.list(scope, { limit: 50 }, day)).cases.some(({ caseId }) => caseId === graded),
    (await queries.worklist(scope, { limit: 50, standing: 'ahead' }, { on: day })).caseIds.includes(graded),
  ];
  expect(await seen(HERE)).toEqual([undefined, undefined, undefined, false, false]);
  expect(await seen({ ...HERE, protectedToo: true })).toEqual([graded, graded, graded, true, true]);
  const { rows } = await pool.query<{ case: string }>(
    `select to_jsonb(c)::text as case from read.participant_status c where case_id = $1`,
    [graded],
  );
  expect(rows[0]?.case).not.toContain('confidential');
});

test('the schedule has a line for every month, to the øre', async () => {
  const view = await queries.schedule(started, HERE);
  expect(view?.months.map(({ month }) => month)).toEqual([
    ...['2025-02', '2025-03', '2025-04', '2025-05', '2025-06', '2025-07', '2025-08'],
    ...['2025-09', '2025-10', '2025-11', '2025-12', '2026-01', '2026-02'],
  ]);
  // 3 to 28 February 2025 are 20 weekdays: 20 × 2.041 × 124 028 / 260 = 19 472.396.
  expect(view?.months[0]).toMatchObject({ month: '2025-02', stipendDays: 20, amount: '19472.40', noWithholding: false });
  // May 2025 has 22 weekdays on the new G: 22 × 2.041 × 130 160 / 260 = 22 478.632.
  expect(view?.months[3]).toMatchObject({ month: '2025-05', stipendDays: 22, amount: '22478.63' });
  expect(view?.months[4]).toMatchObject({ month: '2025-06', noWithholding: true });
});

test('a schedule written on other rates than those known now is computed anew when it is read', async () => {
  const before = await queries.schedule(started, HERE);
  await pool.query(`update read.payment_schedule_month set amount_ore = 1, rates_revision = '1999-01-01' where case_id = $1`, [started]);
  expect(await queries.schedule(started, HERE)).toEqual(before);
  await rebuild('payment-schedule', { ...office, pool, codeVersion: 'test' });
  expect(await queries.schedule(started, HERE)).toEqual(before);
});

test('the audit trail has an entry for every event, in the order of the log', async () => {
  const trail = await queries.auditTrail(started, HERE);
  expect(trail?.entries.map(({ revision, type }) => [revision, type])).toEqual([
    [0, 'ApplicationRegistered'],
    [1, 'ProgrammeGranted'],
    [2, 'StipendAwarded'],
    [3, 'ProgrammeStarted'],
  ]);
  expect(trail?.entries[3]).toMatchObject({ who: { id: 'caseworker-1', role: 'caseworker' }, effectiveOn: '2025-02-03' });
});

test('a case of another municipality or office is not there, whichever way it is asked for', async () => {
  const day = date('2025-03-05');
  for (const scope of [HERE, { municipality: '0301', office: '1001' }]) {
    expect(await queries.find(foreign, scope, day)).toBeNull();
    expect(await queries.schedule(foreign, scope)).toBeNull();
    expect(await queries.auditTrail(foreign, scope)).toBeNull();
  }
  expect((await queries.list(HERE, { limit: 10 }, day)).cases.map(({ caseId }) => caseId)).toEqual([applied, started]);
  expect((await queries.list({ ...HERE, office: '1002' }, { limit: 10 }, day)).cases.map(({ caseId }) => caseId)).toEqual([applied]);
});

test('cases are found by phase on a day, and by person', async () => {
  const inPhase = async (phase: 'applied' | 'granted' | 'running', on: string): Promise<string[]> =>
    (await queries.list(HERE, { phase, limit: 10 }, date(on))).cases.map(({ caseId }) => caseId);
  expect(await inPhase('granted', '2025-02-02')).toEqual([started]);
  expect(await inPhase('granted', '2025-02-03')).toEqual([]);
  expect(await inPhase('running', '2025-02-03')).toEqual([started]);
  expect(await inPhase('applied', '2025-03-03')).toEqual([applied]);
  const { personId = '' } = (await queries.find(started, HERE, date('2025-03-01'))) ?? {};
  expect((await queries.ofPerson(personId, HERE, date('2025-03-01'))).map(({ caseId }) => caseId)).toEqual([started]);
  expect(await queries.ofPerson(personId, { municipality: '0301' }, date('2025-03-01'))).toEqual([]);
});

test('cases are found by reference, caseworker and the last decided day', async () => {
  const found = async (filter: object): Promise<string[]> =>
    (await queries.list(HERE, { limit: 10, ...filter }, date('2025-03-05'))).cases.map(({ caseId }) => caseId);
  expect(await found({ reference: started.slice(0, 8).toUpperCase() })).toEqual([started]);
  expect(await found({ reference: '00000000' })).toEqual([]);
  expect(await found({ decidedFrom: date('2026-02-02'), decidedTo: date('2026-02-02') })).toEqual([started]);
  expect(await found({ decidedFrom: date('2026-02-03') })).toEqual([]);
  expect(await found({ decidedTo: date('2026-02-01') })).toEqual([]);
  expect(await found({ caseworker: 'caseworker-7' })).toEqual([]);
  await office.run('assignCaseworker', { caseworker: 'caseworker-7' }, '2025-03-06', started);
  await untilCaughtUp(running, office);
  expect(await found({ caseworker: 'caseworker-7' })).toEqual([started]);
});

test('a list comes in pages that neither repeat nor leave out', async () => {
  const day = date('2025-03-05');
  const first = await queries.list(HERE, { limit: 1 }, day);
  expect(first.cases.map(({ caseId }) => caseId)).toEqual([applied]);
  const second = await queries.list(HERE, { limit: 1, after: first.next ?? '' }, day);
  expect(second.cases.map(({ caseId }) => caseId)).toEqual([started]);
  expect(second.next).toBeNull();
  await expect(queries.list(HERE, { limit: 1, after: 'nonsense' }, day)).rejects.toThrow(InvalidCursor);
});

test('a reader can wait for its own write, and is told when it did not come in time', async () => {
  const waiting = queries.waitUntil(applied, 1, 20_000);
  await office.run('reject', { ground: 'conditionsNotMet', justification: 'Vilkårene er ikke oppfylt.' }, '2025-03-10', applied);
  expect(await waiting).toBe(true);
  expect(await queries.find(applied, HERE, date('2025-03-10'))).toMatchObject({ revision: 1, phase: 'rejected' });
  expect(await queries.waitUntil(applied, 2, 50)).toBe(false);
});

test('a case that is transferred is there for the new office, and no more for the old one', async () => {
  const day = date('2025-03-17');
  const seenBy = async (of: string): Promise<readonly boolean[]> => {
    const scope = { ...HERE, office: of };
    const views = [
      await queries.find(started, scope, day),
      await queries.schedule(started, scope),
      await queries.auditTrail(started, scope),
    ];
    return views.map((view) => view !== null);
  };
  expect([await seenBy('1001'), await seenBy('1002')]).toEqual([
    [true, true, true],
    [false, false, false],
  ]);
  await office.run('transferOffice', { office: '1002' }, '2025-03-17', started);
  await untilCaughtUp(running, office);
  expect([await seenBy('1001'), await seenBy('1002')]).toEqual([
    [false, false, false],
    [true, true, true],
  ]);
});

test('what is live is what the log makes of it', async () => {
  await untilCaughtUp(running, office);
  const reports = await verifyReadModels({ ...office, pool, codeVersion: 'test' });
  expect(reports.map(({ readModel, outcome }) => [readModel, outcome])).toEqual([
    ['participant-status', 'equal'],
    ['payment-schedule', 'equal'],
    ['audit-trail', 'equal'],
    ['worklist', 'equal'],
    ['settlements', 'equal'],
  ]);
});
