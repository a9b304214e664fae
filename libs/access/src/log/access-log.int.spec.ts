import { afterAll, beforeAll, expect, test } from '@jest/globals';
import pg from 'pg';
import { type TestDatabase, testDatabase } from '../../../../test/support/postgres.ts';
import { type AccessEntry, AccessLogUnavailable, createAccessLog, prepareAccessLog } from './access-log.ts';

let database: TestDatabase;
let pool: pg.Pool;
beforeAll(async () => {
  database = await testDatabase();
  pool = new pg.Pool({ connectionString: database.connectionString });
});
afterAll(async () => {
  await pool.end();
  await database.drop();
});

const entry = (number: number): AccessEntry => ({
  ...{ actorId: 'kari', role: 'caseworker', municipality: '4204', office: 'Nav «Tromsø», øst', action: 'read-case' },
  ...{ caseId: `case-${number}`, personId: null, outcome: 'permitted', correlationId: `c-${number}` },
});

test('two processes may make the table at the same moment', async () => {
  await Promise.all([prepareAccessLog(pool), prepareAccessLog(pool)]);
  await prepareAccessLog(pool);
});

test('64 entries at once cost one insert, and each is there with who, what and when', async () => {
  let inserts = 0;
  const counting = new Proxy(pool, {
    get(target, key, receiver) {
      if (key !== 'query') return Reflect.get(target, key, receiver) as unknown;
      return (query: pg.QueryConfig) => {
        inserts += 1;
        return target.query(query);
      };
    },
  });
  const log = createAccessLog(counting);
  await Promise.all(Array.from({ length: 64 }, (_, number) => log.write([entry(number)])));
  expect(inserts).toBe(1);
  const { rows } = await pool.query<Record<string, unknown>>(
    'select *, at <= clock_timestamp() as was from access.log_entry order by length(case_id), case_id',
  );
  expect(rows).toHaveLength(64);
  expect(rows[0]).toMatchObject({
    actor_id: 'kari',
    office: 'Nav «Tromsø», øst',
    case_id: 'case-0',
    person_id: null,
    outcome: 'permitted',
    was: true,
  });
});

test('every case of every answer is an entry of its own, with what its answer says', async () => {
  const log = createAccessLog(pool);
  const answer = (actorId: string, ...cases: number[]) => cases.map((number) => ({ ...entry(number), actorId, correlationId: actorId }));
  await Promise.all([log.write(answer('page-a', 101, 102)), log.write(answer('page-b', 101)), log.write(answer('page-c', 103, 101))]);
  const { rows } = await pool.query<{ who: string; what: string }>(
    `select actor_id as who, case_id as what from access.log_entry where actor_id like 'page-%' and correlation_id = actor_id order by 1, 2`,
  );
  expect(rows.map(({ who, what }) => `${who} ${what}`)).toEqual([
    ...['page-a case-101', 'page-a case-102', 'page-b case-101', 'page-c case-101', 'page-c case-103'],
  ]);
});

test('a log that cannot be written says so', async () => {
  const closed = new pg.Pool({ connectionString: database.connectionString });
  await closed.end();
  await expect(createAccessLog(closed).write([entry(1)])).rejects.toThrow(AccessLogUnavailable);
});
