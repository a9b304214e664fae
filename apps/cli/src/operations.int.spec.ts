import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import pg from 'pg';
import { type House, openHouse, populate } from './testing/installation.ts';
import { kvp } from './testing/kvp.ts';

let house: House;
let env: Readonly<Record<string, string>>;
let caseId: string;

beforeAll(async () => {
  house = await openHouse();
  env = await house.install();
  [caseId] = (await populate(env, 2)) as [string, string];
});
afterAll(() => house.close());

async function inDatabase<Row extends object>(
  text: string,
  values: readonly unknown[] = [],
  url = env['DATABASE_URL'],
): Promise<readonly Row[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Row>(text, [...values])).rows;
  } finally {
    await client.end();
  }
}

test('events: type, revision, when and who; what is personal only when it is asked for', async () => {
  const { status, out } = await kvp(['events', caseId], env);
  expect(status).toBe(0);
  expect(out).toContain('0  ApplicationRegistered 1  2025-01-06T11:00:00.000Z  caseworker saksbehandler-kristiansand\n');
  expect(out).toContain('3  ProgrammeStarted 1  2025-02-03T11:00:00.000Z  caseworker saksbehandler-kristiansand\n');
  expect(out).toContain('"startedOn":"2025-02-03"');
  expect(out).not.toContain('1990-04-02');

  const { out: personal } = await kvp(['events', caseId, '--personal'], env);
  expect(personal).toContain('personal  {"birthDate":"1990-04-02"');
});

test('whoever looks at the events of a case is in the access log', async () => {
  await kvp(['events', caseId, '--personal'], env);
  const rows = await inDatabase('select role, action from access.log_entry where case_id = $1 and action = $2 limit 1', [
    caseId,
    'kvp-events-personal',
  ]);
  expect(rows).toEqual([{ role: 'operations', action: 'kvp-events-personal' }]);
});

test.each([
  ['a case that does not exist', '00000000-0000-5000-8000-000000000000', 1, /There is no case/],
  ['what is no case id', 'my-case', 2, /A case id is a UUID/],
])('events of %s', async (_what, id, expected, message) => {
  const { status, err } = await kvp(['events', id], env);
  expect(status).toBe(expected);
  expect(err).toMatch(message);
});

test('the read models are equal to a rebuild, and are rebuilt one or all', async () => {
  const verified = await kvp(['verify-read-models'], env);
  expect(verified).toMatchObject({ status: 0 });
  expect(verified.out.match(/equal to a rebuild of 14 events/g)).toHaveLength(5); // read models; two persons of seven events each

  const one = await kvp(['rebuild', 'payment-schedule'], env);
  expect(one).toMatchObject({
    status: 0,
    out: expect.stringMatching(/^payment-schedule: version \d+ is live, .*; equal to what was live\.\n$/),
  });
  expect((await kvp(['rebuild'], env)).out.trimEnd().split('\n')).toHaveLength(5);
});

test('the worklist of a day, for people and as data, the same each time', async () => {
  const asked = ['worklist', '--date', '2026-01-05', '--municipality', '4204', '--kind', 'period-end'];
  const told = await kvp(asked, env);
  // Both persons are granted until 2 February 2026, 28 days ahead; near from 60 days.
  expect(told).toMatchObject({ status: 0, out: expect.stringContaining('Oppgaveliste for kommune 4204 per 5. januar 2026') });
  expect(told.out.match(/2026-02-02 +nær +[0-9a-f]{8} +Vedtaksperioden går ut +KVPF § 2 +Forleng program/g)).toHaveLength(2);
  expect(told.out).toContain('2 i alt: 2 nær.');
  expect(await kvp(asked, env)).toEqual(told);
  const { out } = await kvp([...asked, '--json'], env);
  expect(JSON.parse(out)).toMatchObject({
    on: '2026-01-05',
    municipalities: [{ municipality: '4204', items: [{ due: '2026-02-02' }, {}] }],
  });
});

test.each([
  ['--date', ['--date', '2026-02-30'], /2026-02-30 is no day/],
  ['--municipality', ['--municipality', '42'], /four digits/],
  ['--kind', ['--kind', 'birthday'], /interim-reply/],
  ['--standing', ['--standing', 'late'], /overdue/],
])('a worklist asked for with a bad %s is not looked up', async (_what, options, message) => {
  const { status, err } = await kvp(['worklist', ...options], env);
  expect(status).toBe(2);
  expect(err).toMatch(message);
});

test('a row that was changed behind the system’s back is found', async () => {
  const [table] = await inDatabase<{ name: string }>(
    "select format('read.%I', table_name) as name from information_schema.tables where table_schema = 'read' and table_name like 'participant_status%' and table_type = 'BASE TABLE'",
  );
  await inDatabase(`update ${table?.name ?? ''} set received_on = received_on + 1 where case_id = $1`, [caseId]);
  const { status, out } = await kvp(['verify-read-models'], env);
  expect(status).toBe(1);
  expect(out).toContain(`first at participant_status ${caseId} (received_on differs)`);
  expect((await kvp(['rebuild', 'participant-status'], env)).out).toContain('what was live differed');
  expect((await kvp(['verify-read-models'], env)).status).toBe(0);
});

test('there is no such read model', async () => {
  const { status, err } = await kvp(['rebuild', 'horoscope'], env);
  expect(status).toBe(2);
  expect(err).toMatch(/There are: participant-status, /);
});

test('an event that was changed in the database is named by stream and revision', async () => {
  const own = await house.install();
  const [tampered] = (await populate(own, 2)) as [string, string];
  expect(await kvp(['verify'], own)).toMatchObject({
    status: 0,
    out: expect.stringMatching(/^14 events in 8 streams: every chain holds\.\n/),
  });

  await inDatabase('alter table log.event disable trigger all', [], own['DATABASE_URL']);
  const change = "update log.event set data = replace(data, '2025-02-03', '2025-02-10') where stream = $1 and revision = 3";
  await inDatabase(change, [`case-${tampered}`], own['DATABASE_URL']);
  const { status, out } = await kvp(['verify'], own);
  expect(status).toBe(1);
  expect(out).toContain(
    `case-${tampered} revision 3: it was changed: its hash is another one (hash-differs)\n14 events in 8 streams: 1 chain is broken.\n`,
  );
});

test.each([
  [
    'a malformed environment',
    { DATABASE_URL: 'mysql://x', PORT: 'many' },
    78,
    /PORT must be [\s\S]*DATABASE_URL must begin with postgres:\/\//,
  ],
  ['a database that is away', { DATABASE_URL: 'postgres://nobody:secret@127.0.0.1:1/none' }, 1, /cannot be reached \(ECONNREFUSED\)/],
  ['no installation', { KVP_DATA_DIR: '/nowhere/kvp' }, 78, /There is no installation in \/nowhere\/kvp/],
])('%s ends with one clear line', async (_what, environment, expected, message) => {
  const { status, out, err } = await kvp(['verify'], environment);
  expect({ status, out }).toEqual({ status: expected, out: '' });
  expect(err).toMatch(message);
  expect(err).not.toContain('secret');
});

test('a missing key file is told, not made', async () => {
  const { status, err } = await kvp(['rebuild'], { ...env, KVP_KEY_FILE: join(house.folder, 'lost.json') });
  expect(status).toBe(78);
  expect(err).toContain('Restore it from backup');
});
