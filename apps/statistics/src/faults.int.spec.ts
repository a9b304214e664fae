import { randomUUID } from 'node:crypto';
import { connect } from 'node:net';
import { afterEach, expect, test } from '@jest/globals';
import { RECORD_KINDS, Relay, createKafka, createKafkaPublisher, createRecordValidator } from '@kvp/topics';
import { silent, testLog } from '@kvp/topics/testing';
import pg from 'pg';
import { pino } from 'pino';
import { describeOnKafka, testKafka } from '../../../test/support/kafka.ts';
import { testDatabase } from '../../../test/support/postgres.ts';
import { startTcpProxy } from '../../../test/support/tcp-proxy.ts';
import { until } from '../../../test/support/until.ts';
import { type ReadingStatus, follow } from './follow.ts';
import { Inbox } from './inbox.ts';
import { prepareTables } from './tables.ts';

const LIMIT_MS = 40_000;
const validator = createRecordValidator(new Map(RECORD_KINDS.map(({ schema }) => [String(schema['$id']), schema] as const)));

describeOnKafka(
  'the statistics, when the topics are not what they were',
  ({ brokers, port }) => {
    const ends: (() => Promise<unknown>)[] = [];
    afterEach(async () => {
      for (const end of ends.splice(0).reverse()) await end();
    });
    const kafka = createKafka({ brokers, clientId: 'statistics-faults' });

    /** A log that is published under a prefix of its own, and a database that reads it. */
    async function house() {
      const prefix = `faults-${randomUUID()}.`;
      const database = await testDatabase();
      const pool = new pg.Pool({ connectionString: database.connectionString });
      ends.push(async () => {
        await pool.end();
        await database.drop();
      });
      await prepareTables(pool);
      const inbox = new Inbox(pool, 'test', (record) => validator.check(record));
      const log = testLog();
      const publish = async (anew = false): Promise<void> => {
        const publisher = () => createKafkaPublisher({ kafka, prefix, anew });
        const relay = new Relay({ ...log, log: silent, publisher });
        const stop = new AbortController();
        const running = relay.run(stop.signal);
        await until('the relay is live', LIMIT_MS, () => (relay.status().state === 'live' ? true : undefined));
        stop.abort();
        await running;
      };
      const read = (through = kafka) => {
        let now: ReadingStatus = { state: 'waiting', reason: null, taken: 0 };
        const stop = new AbortController();
        const statistics = { inbox, prepare: async () => undefined };
        const running = follow(statistics, { kafka: through, prefix }, pino({ level: 'silent' }), stop.signal, (status) => (now = status));
        const end = async (): Promise<void> => {
          stop.abort();
          await running;
        };
        ends.push(end);
        const stopped = () => until('the reading has stopped', LIMIT_MS, () => (now.state === 'stopped' ? String(now.reason) : undefined));
        return { end, stopped };
      };
      const count = async () => (await pool.query<{ n: number }>('select count(*)::int as n from statistics.record')).rows[0]?.n ?? 0;
      const has = (records: number) =>
        until(`${records} records are taken`, LIMIT_MS, async () => ((await count()) >= records ? await count() : undefined));
      return { prefix, pool, inbox, log, publish, read, count, has };
    }
    const admin = async <T>(work: (admin: ReturnType<typeof kafka.admin>) => Promise<T>): Promise<T> => {
      const client = kafka.admin();
      await client.connect();
      return work(client).finally(() => client.disconnect());
    };

    test('offsets that the brokers remember, or forget, change nothing; a topic that was made anew or cut stops it, and it says which', async () => {
      const { prefix, log, publish, read, count, has, inbox } = await house();
      await log.live();
      await publish();
      const first = read();
      const records = await has(6);
      await first.end();
      const topic = `${prefix}statistics-v1`;
      await admin((client) => client.resetOffsets({ groupId: `${prefix}statistics`, topic, earliest: true }));
      await log.live();
      await publish();
      const second = read();
      expect(await has(records * 2)).toBe(records * 2);
      await second.end();

      // What a retention that is too short does: records are gone before they were read.
      const marks = await inbox.marks();
      await log.live();
      await publish();
      const partitions = await admin(async (client) => {
        // The end of a transaction is written after its commit is answered.
        const cut = await until('the records can be read', LIMIT_MS, async () => {
          const grown = (await client.fetchTopicOffsets(topic)).filter(
            ({ partition, high }) => BigInt(high) > BigInt(marks[`statistics-v1/${partition}`] ?? '0'),
          );
          return grown.length > 0 ? grown : undefined;
        });
        await client.fetchTopicMetadata({ topics: [topic] });
        await client.deleteTopicRecords({ topic, partitions: cut.map(({ partition, high }) => ({ partition, offset: high })) });
        return (await client.fetchTopicOffsets(topic)).length;
      });
      expect(await read().stopped()).toMatch(
        new RegExp(`The topic ${topic} was made anew or cut: partition \\d+ goes on at \\d+.*Nothing was taken`),
      );

      await admin((client) => client.deleteTopics({ topics: [topic] }));
      await admin((client) => client.createTopics({ topics: [{ topic, numPartitions: partitions }], waitForLeaders: true }));
      expect(await read().stopped()).toMatch(
        new RegExp(`The topic ${topic} was made anew or cut: partition \\d+ goes on at 0, and [1-9]\\d* comes next`),
      );
      expect(await count()).toBe(records * 2);
    });

    test.each([
      ['a poisoned record', 'ProgrammeStarted:1', 'Kari Eksempel', 'A record does not fit urn:kvp:schema:statistics-v1:ProgrammeStarted:1'],
      [
        'a version that nobody here knows',
        'ProgrammeStarted:9',
        '{}',
        'No schema urn:kvp:schema:statistics-v1:ProgrammeStarted:9 is known',
      ],
    ])('%s stops it: it says where, takes what stands before, and nothing of that or after it', async (_, schema, value, reason) => {
      const { prefix, log, publish, read, count, inbox } = await house();
      const { caseId } = await log.live();
      await publish();
      const key = log.pseudonyms.case(caseId);
      const producer = kafka.producer({ allowAutoTopicCreation: false });
      await producer.connect();
      const headers = { ce_id: 'bad', ce_dataschema: `urn:kvp:schema:statistics-v1:${schema}` };
      await producer.send({ topic: `${prefix}statistics-v1`, messages: [{ key, value, headers }] });
      await producer.disconnect();
      const first = read();
      const said = await first.stopped();
      expect(said).toContain(reason);
      expect(said).toMatch(/^The statistics stop at a record \(statistics-v1, partition \d, offset \d+, ce_id bad\)/);
      expect(said).not.toContain('Kari');
      await first.end();
      const told = async () => [await count(), Object.entries(await inbox.marks()).filter(([at]) => at.startsWith('statistics-v1/'))];
      const before = await told();
      // Started again it stops at the same place: nothing is skipped, and nothing doubled.
      expect(await read().stopped()).toBe(said);
      expect(await told()).toEqual(before);
      // The six events of the case, which stand before the bad record in its partition.
      expect(before[0]).toBe(6);
    });

    test('through brokers that freeze, are cut off and come back, each record comes once', async () => {
      const { log, publish, read, count, has } = await house();
      const proxy = await startTcpProxy(() => port);
      ends.push(() => proxy.close());
      const behind = createKafka({
        ...{ brokers, clientId: 'statistics-behind' },
        socketFactory: ({ onConnect }) => connect(proxy.port, '127.0.0.1', onConnect).setNoDelay(true),
      });
      await log.live();
      await publish();
      read(behind);
      const records = await has(6);
      proxy.freeze();
      await log.live();
      await publish();
      proxy.thaw();
      proxy.cut();
      await has(records * 2);
      proxy.cut();
      await log.live();
      await publish();
      await has(records * 3);
      expect(await count()).toBe(records * 3);
    });
  },
  await testKafka(),
);
