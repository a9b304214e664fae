import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type PlainDate, date, iso } from '@kvp/calendar';
import { deadlinesOf, hasArisen, standingAt } from '@kvp/deadlines';
import { foldCase } from '@kvp/lifecycle';
import { rulebook } from '@kvp/rulebook';
import { openEvents } from '@kvp/deciding';
import pg from 'pg';
import { type TestDatabase, testDatabase } from '../../../../test/support/postgres.ts';
import { type CaseQueries, createCaseQueries } from '../case-queries.ts';
import { InvalidCursor } from '../participant-status/cursor.ts';
import { CASEWORKER, GRANT, type Office, openOffice } from '../testing/office.ts';
import { type Running, start, untilCaughtUp } from '../testing/read-model-house.ts';
import type { WorklistFilter, WorklistItem, WorklistPage } from './worklist.ts';

const HERE = { municipality: '4204' };
const ALL = { limit: 50 };

let database: TestDatabase;
let pool: pg.Pool;
let office: Office;
let running: Running;
let queries: CaseQueries;
let started: string;
let applied: string;
let elsewhere: string;

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
  elsewhere = await office.apply(2, '2025-03-04', { ...CASEWORKER, municipality: '0301', office: '2001' });
  await untilCaughtUp(running, office);
});

afterAll(async () => {
  await running.stop();
  queries.close();
  await pool.end();
  await database.drop();
});

const read = async (on: string, filter: Partial<WorklistFilter> = {}, scope: { municipality: string; office?: string } = HERE) =>
  itemsOf(await queries.worklist(scope, { ...ALL, ...filter }, { on: date(on) }));
const itemsOf = ({ items }: WorklistPage) => JSON.parse(items) as readonly WorklistItem[];
const told = (items: readonly WorklistItem[]) => items.map(({ caseId, kind, due, standing }) => [caseId, kind, due, standing]);

test('what is near, due or overdue on a day comes without asking, the earliest first', async () => {
  // Received 3 March 2025: a reply by 3 April, near from 27 March (seven days ahead).
  expect(told(await read('2025-03-26'))).toEqual([]);
  expect(told(await read('2025-03-27'))).toEqual([[applied, 'interim-reply', '2025-04-03', 'near']]);
  expect(told(await read('2025-04-03'))).toEqual([[applied, 'interim-reply', '2025-04-03', 'due']]);
  expect(told(await read('2025-04-04'))).toEqual([[applied, 'interim-reply', '2025-04-03', 'overdue']]);
});

test('lead times are those of the day it is read, and nothing stored knows them', async () => {
  const page = await queries.worklist(HERE, ALL, { on: date('2025-03-26'), leadTimes: { 'interim-reply': 8 } });
  expect(told(itemsOf(page))).toEqual([[applied, 'interim-reply', '2025-04-03', 'near']]);
});

test('an earlier day can be read afterwards: what was settled since was open then', async () => {
  expect(told(await read('2025-01-19', { standing: 'ahead' }))).toContainEqual([started, 'interim-reply', '2025-02-06', 'ahead']);
  expect((await read('2025-01-20', { standing: 'ahead' })).map(({ kind }) => kind)).not.toContain('interim-reply');
});

describe('every day and every standing says what the core says', () => {
  const days = Array.from({ length: 40 }, (_, week) => date('2025-01-06').add({ days: week * 17 }));

  async function expected(on: PlainDate): Promise<readonly unknown[][]> {
    const all: unknown[][] = [];
    for (const [caseId, receivedOn] of [
      [started, '2025-01-06'],
      [applied, '2025-03-03'],
    ] as const) {
      if (iso(on) < receivedOn) continue;
      const recorded = [];
      for await (const event of office.store.readStream(`case-${caseId}`)) recorded.push(event);
      const state = foldCase((await openEvents(office.keys, recorded)).map(({ event }) => event));
      for (const deadline of deadlinesOf(state, (day) => rulebook.at(day, date('2026-11-22'))))
        if (hasArisen(deadline, on)) all.push([caseId, deadline.kind, iso(deadline.due), standingAt(deadline, on)]);
    }
    return all.filter(([, , , standing]) => standing !== 'settled');
  }

  test('day by day', async () => {
    for (const on of days) {
      const wanted = await expected(on);
      for (const standing of ['overdue', 'due', 'near', 'ahead'] as const) {
        const found = told(await read(iso(on), { standing }));
        expect([iso(on), standing, [...found].sort()]).toEqual([iso(on), standing, wanted.filter((each) => each[3] === standing).sort()]);
      }
    }
  });
});

test('filters by kind, office, caseworker and due date', async () => {
  const ahead = { standing: 'ahead' } as const;
  expect(told(await read('2025-03-05', { ...ahead, kind: 'interim-reply' }))).toEqual([[applied, 'interim-reply', '2025-04-03', 'ahead']]);
  expect(new Set((await read('2025-03-05', { ...ahead, office: '1002' })).map(({ caseId }) => caseId))).toEqual(new Set([applied]));
  expect(await read('2025-03-05', { ...ahead, caseworker: 'nobody' })).toEqual([]);
  const within = await read('2025-03-05', { ...ahead, dueFrom: date('2025-04-03'), dueTo: date('2025-05-05') });
  expect(within.map(({ due }) => due)).toEqual(['2025-04-03', '2025-05-05']);
});

test('another municipality or office is not there', async () => {
  const everything = { standing: 'ahead' } as const;
  expect((await read('2025-03-05', everything)).map(({ caseId }) => caseId)).not.toContain(elsewhere);
  const ofOffice = await read('2025-03-05', everything, { ...HERE, office: '1001' });
  expect(new Set(ofOffice.map(({ caseId }) => caseId))).toEqual(new Set([started]));
  expect(await read('2025-03-05', { ...everything, office: '1002' }, { ...HERE, office: '1001' })).toEqual([]);
});

test('pages neither repeat nor leave out, whatever their size', async () => {
  const whole = told(await read('2025-03-05', { standing: 'ahead' }));
  expect(whole.length).toBeGreaterThan(3);
  for (const limit of [1, 2, 3]) {
    const paged: unknown[] = [];
    let after: string | null | undefined;
    do {
      const filter = { limit, standing: 'ahead' as const, ...(after == null ? {} : { after }) };
      const page = await queries.worklist(HERE, filter, { on: date('2025-03-05') });
      paged.push(...told(itemsOf(page)));
      expect(page.caseIds).toEqual([...new Set(itemsOf(page).map(({ caseId }) => caseId))]);
      after = page.next;
    } while (after !== null);
    expect(paged).toEqual(whole);
  }
  await expect(queries.worklist(HERE, { limit: 1, after: 'nonsense' }, { on: date('2025-03-05') })).rejects.toThrow(InvalidCursor);
});

test('a deadline is gone when it is settled', async () => {
  await office.run('reject', { ground: 'conditionsNotMet', justification: 'Vilkårene er ikke oppfylt.' }, '2025-04-10', applied, {
    ...CASEWORKER,
    office: '1002',
  });
  await untilCaughtUp(running, office);
  expect((await read('2025-04-10', { kind: 'interim-reply' })).map(({ caseId }) => caseId)).toEqual([]);
});
