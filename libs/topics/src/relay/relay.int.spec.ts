import { randomUUID } from 'node:crypto';
import { connect } from 'node:net';
import { afterEach, expect, test } from '@jest/globals';
import type { NewEvent } from '@kvp/event-store';
import kafkajs from 'kafkajs';
import { describeOnKafka, testKafka } from '../../../../test/support/kafka.ts';
import { type TcpProxy, startTcpProxy } from '../../../../test/support/tcp-proxy.ts';
import { until } from '../../../../test/support/until.ts';
import { type KafkaSettings, createKafka } from '../kafka/client.ts';
import { createKafkaPublisher } from '../kafka/kafka-publisher.ts';
import { type ReceivedRecord, readTopics } from '../kafka/read-topics.ts';
import { withAdmin } from '../kafka/topic-admin.ts';
import { silent, testLog } from '../testing/log.ts';
import { Relay } from './relay.ts';

const LIMIT_MS = 40_000;
const ids = (events: readonly NewEvent[]): readonly string[] => events.map(({ id }) => id);

describeOnKafka(
  'the relay',
  ({ brokers, port }) => {
    const ends: (() => Promise<unknown>)[] = [];
    afterEach(async () => {
      for (const end of ends.splice(0).reverse()) await end();
    });
    const client = (more: Partial<KafkaSettings> = {}) => createKafka({ brokers, clientId: 'relay-spec', ...more });
    const throughDoor = (door: TcpProxy): Partial<KafkaSettings> => ({
      socketFactory: ({ onConnect }) => connect(door.port, '127.0.0.1', onConnect).setNoDelay(true),
    });

    function start(log: ReturnType<typeof testLog>, prefix: string, more: Partial<KafkaSettings> = {}, batch = 50) {
      const relay = new Relay({
        ...log,
        ...{ log: silent, batch },
        publisher: () => createKafkaPublisher({ kafka: client(more), prefix }),
      });
      const stop = new AbortController();
      const running = relay.run(stop.signal);
      const end = async (): Promise<void> => {
        stop.abort();
        await running;
      };
      ends.push(end);
      const reaches = (state: string) =>
        until(`the relay is ${state}`, LIMIT_MS, () => (relay.status().state === state ? relay.status() : undefined));
      return { relay, end, reaches };
    }

    /** A reader of committed records from the first on. */
    function read(prefix: string, topic = 'case-events-v1') {
      const records: ReceivedRecord[] = [];
      const stop = new AbortController();
      const reading = readTopics({
        ...{ kafka: client(), prefix, groupId: `reader-${randomUUID()}`, topics: [topic], marks: {}, signal: stop.signal },
        handle: async (taken) => void records.push(...taken),
      });
      ends.push(async () => {
        stop.abort();
        await reading;
      });
      const has = (count: number) => until(`${count} records have come`, LIMIT_MS, () => (records.length >= count ? records : undefined));
      return { records, has };
    }

    const expectAll = (
      records: readonly ReceivedRecord[],
      cases: readonly { readonly caseId: string; readonly events: readonly NewEvent[] }[],
    ): void => {
      expect(records.length).toBe(cases.reduce((sum, { events }) => sum + events.length, 0));
      for (const { caseId, events } of cases) {
        expect(records.filter(({ key }) => key === caseId).map(({ headers }) => headers['ce_id'])).toEqual(ids(events));
      }
    };

    test('each event once and in order of its case, across restarts, and two relays at once', async () => {
      const log = testLog();
      const prefix = `twice-${randomUUID()}.`;
      const cases = [await log.live(), await log.live()];
      const one = start(log, prefix);
      await one.reaches('live');
      const reader = read(prefix);
      const two = start(log, prefix);
      for (let n = 0; n < 20; n += 1) cases.push(await log.live(undefined, true));
      await reader.has(22 * 6);
      await one.end();
      cases.push(await log.live());
      await two.reaches('live');
      expectAll(await reader.has(23 * 6), cases);
    });

    test('brokers that are away at the start, that cut, and that hang in the middle of a transaction', async () => {
      const log = testLog();
      const prefix = `away-${randomUUID()}.`;
      let target = 1;
      const door = await startTcpProxy(() => target);
      ends.push(() => door.close());
      const cases = [await log.live()];
      const { relay, reaches } = start(log, prefix, throughDoor(door), 5);
      await reaches('waiting');
      target = port;
      await reaches('live');
      const reader = read(prefix);
      for (let n = 0; n < 6; n += 1) {
        const writing = log.live(undefined, true);
        if (n % 2 === 0) door.cut();
        cases.push(await writing);
      }
      door.delay(150);
      cases.push(await log.live());
      door.delay(0);
      await reader.has(8 * 6);
      await reaches('live');
      expectAll(reader.records, cases);
      expect(relay.status().reason).toBeNull();
    });

    test('a record over the limit of the brokers is named, and everything before it is out', async () => {
      const log = testLog();
      const prefix = `large-${randomUUID()}.`;
      const first = start(log, prefix);
      await first.reaches('live');
      await first.end();
      await withAdmin(client(), (admin) =>
        admin.alterConfigs({
          validateOnly: false,
          resources: [
            {
              type: kafkajs.ConfigResourceTypes.TOPIC,
              name: `${prefix}case-events-v1`,
              configEntries: [{ name: 'max.message.bytes', value: '20000' }],
            },
          ],
        }),
      );
      const cases = [await log.live(), await log.live()];
      const large = await log.live([
        ...(cases[0] === undefined ? [] : [applicationOf()]),
        { type: 'ProgrammeEvaluated', version: 1, data: { heldOn: '2025-05-05' }, personal: { summary: 'x'.repeat(30_000) } },
      ]);
      await log.live();
      const { reaches } = start(log, prefix);
      const { reason } = await reaches('stopped');
      expect(reason).toMatch(
        new RegExp(`stops before event 1 of case-${large.caseId} \\(ProgrammeEvaluated 1, .*bytes on case-events-v1 is over the limit`),
      );
      expectAll(await read(prefix).has(13), [...cases, { ...large, events: large.events.slice(0, 1) }]);
    });

    test('a topic that was made anew, and a checkpoint that is gone, stop it: it says which and what to do', async () => {
      const log = testLog();
      const prefix = `anew-${randomUUID()}.`;
      await log.live();
      const first = start(log, prefix);
      await first.reaches('live');
      await first.end();
      const remove = (topic: string) => withAdmin(client(), (admin) => admin.deleteTopics({ topics: [prefix + topic] }));
      await remove('case-events-v1');
      const second = start(log, prefix);
      expect((await second.reaches('stopped')).reason).toMatch(
        /The topic anew-.*case-events-v1 was made anew or cut.*kvp relay resend --from beginning/,
      );
      await second.end();
      await remove('relay-checkpoint-v1');
      const third = start(log, prefix);
      expect((await third.reaches('stopped')).reason).toMatch(/The checkpoint is gone, and anew-.*statistics-v1 holds records/);
      await third.end();

      const publisher = createKafkaPublisher({ kafka: client(), prefix, anew: true });
      await publisher.connect();
      await publisher.begin();
      await publisher.commit({ position: null, handled: 0, epoch: 1 });
      await publisher.close();
      const fourth = start(log, prefix);
      await fourth.reaches('live');
      expect(await read(prefix).has(6)).toHaveLength(6);
      const again = await read(prefix, 'statistics-v1').has(12);
      expect(new Set(again.map(({ headers }) => headers['ce_id'])).size).toBe(6);
    });
  },
  await testKafka(),
);

const applicationOf = () => ({
  ...{ type: 'ApplicationRegistered', version: 1 },
  data: { personId: '', receivedOn: '2025-01-06', channel: 'digital' },
  personal: { birthDate: '1990-04-02', municipality: '4204', office: 'Nav Kristiansand' },
});
