import { afterAll, beforeAll, expect, test } from '@jest/globals';
import pg from 'pg';
import { type TestDatabase, testDatabase } from '../../../../test/support/postgres.ts';
import { type AccessEntry, AccessLogUnavailable, createAccessLog } from './access-log.ts';
import { prepareAccessLog } from './prepare-access-log.ts';
import { createAccessLogReader } from './read-access-log.ts';

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

const caseId = (number: number): string => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
const entry = (number: number): AccessEntry => ({
  ...{ actorId: 'kari', role: 'caseworker', municipality: '4204', office: 'Nav «Tromsø», øst', action: 'read-case' },
  ...{ caseId: caseId(number), personId: null, outcome: 'permitted', correlationId: `c-${number}` },
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
    'select *, at <= clock_timestamp() as was from access.log_entry order by case_id',
  );
  expect(rows).toHaveLength(64);
  expect(rows[0]).toMatchObject({
    actor_id: 'kari',
    office: 'Nav «Tromsø», øst',
    case_id: caseId(0),
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
    ...[`page-a ${caseId(101)}`, `page-a ${caseId(102)}`, `page-b ${caseId(101)}`, `page-c ${caseId(101)}`, `page-c ${caseId(103)}`],
  ]);
});

test('whoever looked at a case is found without reading the whole log', async () => {
  await createAccessLog(pool).write([
    ...Array.from({ length: 50 }, (_, number) => entry(200 + number)),
    { ...entry(200), personId: caseId(9) },
  ]);
  const client = await pool.connect();
  try {
    await client.query('set enable_seqscan = off');
    const { rows: plan } = await client.query<Record<string, string>>(
      `explain select * from access.log_entry where case_ids @> array['${caseId(210)}'::uuid] and case_id = '${caseId(210)}'`,
    );
    expect(JSON.stringify(plan)).toContain('log_answer_case');
    const { rows } = await client.query(
      'select correlation_id, person_id from access.log_entry where case_ids @> array[$1::uuid] and case_id = $1',
      [caseId(210)],
    );
    expect(rows).toEqual([{ correlation_id: 'c-210', person_id: null }]);
  } finally {
    client.release(true);
  }
});

test('what was written one row a case is kept when the log is made over, and both are read alike', async () => {
  const before = await testDatabase();
  const earlier = new pg.Pool({ connectionString: before.connectionString });
  try {
    await earlier.query(`
      create schema access;
      create table access.log_entry (
        entry_id bigint generated always as identity primary key, at timestamptz not null default clock_timestamp(),
        actor_id text not null, role text not null, municipality text not null, office text not null, action text not null,
        case_id text, person_id text, outcome text not null, correlation_id text not null);
      insert into access.log_entry (at, actor_id, role, municipality, office, action, case_id, person_id, outcome, correlation_id) values
        ('2026-11-01T10:00:00Z', 'kari', 'caseworker', '4204', '1001', 'read-case', '${caseId(1)}', '${caseId(2)}', 'permitted', 'a'),
        ('2026-11-01T10:00:01Z', 'kari', 'caseworker', '4204', '1001', 'search-person', null, null, 'permitted', 'b')`);
    await Promise.all([prepareAccessLog(earlier), prepareAccessLog(earlier)]);
    await createAccessLog(earlier).write([entry(3)]);
    const { rows } = await earlier.query('select action, case_id, person_id, correlation_id from access.log_entry order by at');
    expect(rows).toEqual([
      { action: 'read-case', case_id: caseId(1), person_id: caseId(2), correlation_id: 'a' },
      { action: 'search-person', case_id: null, person_id: null, correlation_id: 'b' },
      { action: 'read-case', case_id: caseId(3), person_id: null, correlation_id: 'c-3' },
    ]);
  } finally {
    await earlier.end();
    await before.drop();
  }
});

test('a log that cannot be written says so', async () => {
  const closed = new pg.Pool({ connectionString: database.connectionString });
  await closed.end();
  await expect(createAccessLog(closed).write([entry(1)])).rejects.toThrow(AccessLogUnavailable);
});

test('what was done to a case is read back, the earliest first, within a period and no further', async () => {
  const log = createAccessLog(pool);
  for (const action of ['first', 'second', 'third']) await log.write([{ ...entry(400), action, personId: caseId(400) }, entry(401)]);
  const reader = createAccessLogReader(pool);
  const now = Temporal.Now.instant();
  const day = { from: now.subtract({ hours: 1 }), before: now.add({ hours: 1 }) };
  const read = await reader.of(caseId(400), day);
  expect(read?.map(({ action }) => action)).toEqual(['first', 'second', 'third']);
  expect(read?.[0]).toEqual({
    ...{
      at: expect.stringMatching(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{6}Z$/),
      actorId: 'kari',
      role: 'caseworker',
      municipality: '4204',
    },
    ...{ office: 'Nav «Tromsø», øst', action: 'first', outcome: 'permitted', correlationId: 'c-400' },
  });
  expect(await reader.of(caseId(400), { from: now.add({ hours: 1 }), before: now.add({ hours: 2 }) })).toEqual([]);
  expect(await reader.of(caseId(999), day)).toEqual([]);
});
