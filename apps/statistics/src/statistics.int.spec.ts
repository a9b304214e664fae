import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { date } from '@kvp/calendar';
import { foldCase } from '@kvp/lifecycle';
import { CASE_EXAMPLES } from '@kvp/lifecycle/examples';
import { type AnyReport, type Scope, askedOf, factsOf, makeReport, monthly, sumsOver, tableOf, tertial } from '@kvp/reporting';
import { RECORD_KINDS, Relay, createInProcessPublisher, createKafka, createKafkaPublisher, createRecordValidator } from '@kvp/topics';
import { silent, testLog } from '@kvp/topics/testing';
import pg from 'pg';
import { pino } from 'pino';
import { openDoor } from '@kvp/service';
import { describeOnKafka, testKafka } from '../../../test/support/kafka.ts';
import { type TestDatabase, testDatabase } from '../../../test/support/postgres.ts';
import { notRun, ranOn } from '../../../test/support/report.ts';
import { until } from '../../../test/support/until.ts';
import { deriveChanges, differences } from './derive.ts';
import { type Shown, answerOf } from './door.ts';
import { follow } from './follow.ts';
import { Inbox } from './inbox.ts';
import { explain, reportFrom } from './reports.ts';
import { prepareTables } from './tables.ts';

const LIMIT_MS = 40_000;
const FOREVER = '9999-12-31T00:00:00Z';
const schemas = new Map(RECORD_KINDS.map(({ schema }) => [String(schema['$id']), schema] as const));
const validator = createRecordValidator(schemas);
const lives = Object.values(CASE_EXAMPLES).filter((events) => events.length > 0);
const databases: { readonly database: TestDatabase; readonly pool: pg.Pool }[] = [];

async function freshInbox() {
  const database = await testDatabase();
  const pool = new pg.Pool({ connectionString: database.connectionString });
  databases.push({ database, pool });
  await prepareTables(pool);
  return { pool, inbox: new Inbox(pool, 'test', (record) => validator.check(record)) };
}
afterAll(async () => {
  for (const { pool, database } of databases) {
    await pool.end();
    await database.drop();
  }
});

function scopeOf(definition: AnyReport, area: string, period: string): Scope {
  const scope = askedOf(definition, { area, period }, '2026-11-30');
  if (!('asOf' in scope)) throw new Error(JSON.stringify(scope));
  return scope;
}

/** The same report straight from the events of the log. */
function fromTheLog(definition: AnyReport, scope: Scope) {
  const facts = lives.flatMap((events) => factsOf(foldCase(events), date(scope.asOf)) ?? []);
  return makeReport(definition, sumsOver(definition, facts, scope), scope, { knownAt: FOREVER });
}

const ASKED: readonly (readonly [AnyReport, string, string])[] = [
  ...['2024-05', '2024-06', '2025-05', '2025-06', '2026-03'].map((month) => [monthly, '4204', month] as const),
  ...['2024-T2', '2025-T1', '2025-T2'].map((part) => [tertial, '4204', part] as const),
  [monthly, 'NO', '2025-06'],
];

async function expectSameAsLog(pool: pg.Pool): Promise<void> {
  for (const [definition, area, period] of ASKED) {
    const scope = scopeOf(definition, area, period);
    expect(await reportFrom(pool, definition, scope, FOREVER)).toEqual(fromTheLog(definition, scope));
  }
}

async function relayed(inbox: Inbox, log = testLog()) {
  for (const events of lives) await log.live(events);
  const taker = { checkpoint: () => inbox.checkpoint(), take: inbox.takeInProcess.bind(inbox) };
  const relay = new Relay({ ...log, log: silent, publisher: () => createInProcessPublisher(taker) });
  const stop = new AbortController();
  const running = relay.run(stop.signal);
  await until('the relay is live', LIMIT_MS, () => (relay.status().state === 'live' ? true : undefined));
  stop.abort();
  await running;
  return log;
}

test('without a broker: monthly and tertial figures are those of the log, to the last cell, and a repeat changes nothing', async () => {
  const { pool, inbox } = await freshInbox();
  await relayed(inbox);
  await expectSameAsLog(pool);
  expect(tableOf(fromTheLog(monthly, scopeOf(monthly, '4204', '2025-06')).tables, 'key-figures').rows.length).toBeGreaterThan(0);
  const count = async () => (await pool.query<{ n: string }>('select count(*) as n from statistics.state_change')).rows[0]?.n;
  const before = await count();
  expect(Number(before)).toBeGreaterThan(20);
  expect(await inbox.rederive()).toBe(0);
  expect(await count()).toBe(before);
});

test('when a release sees a change otherwise, only that one gets a further row, and nothing is updated', async () => {
  const { pool, inbox } = await freshInbox();
  await relayed(inbox);
  await pool.query("update statistics.state_change set status = 'seen otherwise', code_version = 'older' where type = 'ProgrammeStarted'");
  const { rows: old } = await pool.query<{ id: string }>("select id from statistics.state_change where code_version = 'older'");
  expect(await inbox.rederive()).toBe(old.length);
  const { rows } = await pool.query(
    "select distinct type, code_version from statistics.state_change where status <> 'seen otherwise' and type = 'ProgrammeStarted'",
  );
  expect(rows).toEqual([{ type: 'ProgrammeStarted', code_version: 'test' }]);
});

test('why a figure moved between two reports: which cases, and what was learned of them meanwhile', async () => {
  const { pool, inbox } = await freshInbox();
  const log = await relayed(inbox);
  const scope = scopeOf(monthly, '4204', '2025-06');
  const { rows } = await pool.query<{ last: string }>("select max(value->>'recordedAt') as last from statistics.record");
  const late = await log.live(CASE_EXAMPLES.running);
  await relayed(inbox, { ...log, live: () => Promise.resolve(late) });
  const movements = await explain(pool, monthly, scope, rows[0]?.last ?? '', FOREVER);
  expect(movements.map(({ figure, before, after }) => [figure, before, after])).toEqual([['participants', 0, 1]]);
  expect(movements[0]?.case).toBe(log.pseudonyms.case(late.caseId));
  expect(movements[0]?.because.map(({ type }) => type)).toContain('ProgrammeStarted');
});

test('only differences of what is compared make rows', () => {
  const record = {
    type: 'ApplicationRegistered',
    version: 1,
    case: 'c',
    person: 'p',
    epoch: 1,
    birthYear: 1990,
    sequence: 0,
    codeVersion: '1',
  };
  const told = {
    ...record,
    functionalOn: '2025-01-06',
    recordedAt: '2025-01-06T10:00:00.000Z',
    data: { receivedOn: '2025-01-06', channel: 'paper' },
    personal: {},
  };
  const {
    changes: [change],
  } = deriveChanges([told]);
  if (change === undefined) throw new Error('Nothing was derived.');
  expect(change).toMatchObject({ status: 'applied', result: null, functionalOn: '2025-01-06' });
  expect(differences([change], new Map([[0, change]]))).toEqual([]);
  expect(differences([change], new Map([[0, { ...change, status: 'granted' }]]))).toEqual([change]);
});

test('over HTTP: JSON, CSV and XLSX; a question that is wrong is told field by field', async () => {
  const { pool, inbox } = await freshInbox();
  await relayed(inbox);
  const shown: Shown = { pool, status: () => ({ ready: true }), today: () => '2026-11-30' };
  const door = await openDoor((url) => answerOf(url, shown), { host: '127.0.0.1', port: 0 });
  try {
    const get = (path: string) => fetch(`${door.url}${path}`);
    expect(await (await get('/reports/monthly/4204/2025-06')).json()).toMatchObject({ kind: 'monthly', area: '4204', asOf: '2025-06-30' });
    expect(await (await get('/reports/monthly/4204/2025-06?format=csv')).text()).toContain('Deltakere');
    const workbook = Buffer.from(await (await get('/reports/monthly/4204/2025-06?format=xlsx')).arrayBuffer());
    expect(workbook.subarray(0, 2).toString()).toBe('PK');
    const refused = ['/reports/monthly/4204/2025-13', '/reports/constructor/4204/2025-06', '/reports/monthly/4204/2025-06?knownAt=soon'];
    expect(await Promise.all(refused.map(async (path) => (await get(path)).status))).toEqual([400, 404, 400]);
    expect(await (await get('/changes?after=0')).text()).not.toContain('4204');
  } finally {
    await door.close();
  }
});

describeOnKafka(
  'statistics over Kafka',
  ({ brokers }) => {
    const prefix = `statistics-${randomUUID()}.`;
    const log = testLog();
    const kafka = createKafka({ brokers, clientId: 'statistics-spec' });
    const prepare = async (): Promise<void> => undefined;
    let written = 0;

    beforeAll(async () => {
      for (const events of lives) written += (await log.live(events)).events.length;
      const relay = new Relay({
        ...{ ...log, log: silent },
        publisher: () => createKafkaPublisher({ kafka, prefix }),
      });
      const stop = new AbortController();
      const running = relay.run(stop.signal);
      await until('the relay is live', LIMIT_MS, () => (relay.status().state === 'live' ? true : undefined));
      stop.abort();
      await running;
    });

    test('figures are those of the log; a rebuild from the first record gives them again', async () => {
      const { pool, inbox } = await freshInbox();
      const read = async (): Promise<void> => {
        const stop = new AbortController();
        const reading = follow({ inbox, prepare }, { kafka, prefix }, pino({ level: 'silent' }), stop.signal, () => undefined);
        await until('all records have come', LIMIT_MS, async () => {
          const { rows } = await pool.query<{ records: number; places: number }>(
            'select (select count(*) from statistics.record)::int as records, (select count(*) from statistics.place)::int as places',
          );
          return (rows[0]?.places === lives.length && rows[0].records > written / 2) || undefined;
        });
        await until('the figures have settled', LIMIT_MS, async () => {
          await expectSameAsLog(pool);
          return true;
        });
        stop.abort();
        await reading;
      };
      await read();
      await inbox.empty();
      await read();
    });

    test('kcat, another client, reads what the AsyncAPI document promises', async () => {
      const asked = ['-C', '-b', brokers, '-e', '-q', '-X', 'isolation.level=read_committed', '-f', '%k\t%h\t%s\n'];
      const run = async (topic: string) =>
        (await promisify(execFile)('kcat', [...asked, '-t', `${prefix}${topic}`], { maxBuffer: 1e8 })).stdout;
      const topics = [...new Set(RECORD_KINDS.map(({ topic }) => topic.name))];
      let texts: readonly string[];
      try {
        texts = await Promise.all(topics.map(run));
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
        expect(process.env['KVP_CI']).toBeUndefined();
        return notRun('kcat', 'kcat: not run; it is not installed (Debian package kcat)');
      }
      ranOn('kcat', 'kcat: read the topics that the relay wrote');
      const types = new Map(RECORD_KINDS.map(({ type, schema }) => [type, String(schema['$id'])]));
      const lines = texts.map((text) => text.split('\n').filter((line) => line !== ''));
      expect(lines[0]).toHaveLength(written);
      for (const line of lines.flat()) {
        const [key = '', headers = '', value = ''] = line.split('\t');
        const told = Object.fromEntries(
          headers.split(',').map((pair) => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)]),
        );
        expect(told).toMatchObject({
          ce_specversion: '1.0',
          ce_source: 'urn:kvp:event-store',
          ce_subject: key,
          'content-type': 'application/json',
        });
        expect(types.get(told['ce_type'] ?? '')).toBe(told['ce_dataschema']);
        validator.check({ headers: told, value });
      }
    });

    test('a record of a schema that nobody knows stops the reading and is named; nothing is taken of it', async () => {
      const { pool, inbox } = await freshInbox();
      const bad = {
        topic: 'statistics-v1',
        key: 'k',
        value: '{}',
        headers: { ce_id: 'x', ce_dataschema: 'urn:kvp:schema:statistics-v1:Unknown:9' },
      };
      await expect(inbox.take([bad], { 'statistics-v1/0': '1' })).rejects.toThrow(
        'No schema urn:kvp:schema:statistics-v1:Unknown:9 is known',
      );
      expect(await inbox.marks()).toEqual({});
      expect((await pool.query('select from statistics.record')).rowCount).toBe(0);
    });
  },
  await testKafka(),
);
