import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import kafkajs, { type Producer } from 'kafkajs';
import { describeOnKafka, testKafka } from '../../../../test/support/kafka.ts';
import { until } from '../../../../test/support/until.ts';
import { createKafka } from './client.ts';
import { quietTimer } from './quiet-timer.ts';

// What the relay stands on, shown for the client and the broker that are installed: when either is renewed, this says whether it still holds.
describeOnKafka(
  'kafkajs, transactions included',
  ({ brokers }) => {
    const kafka = createKafka({ brokers, clientId: 'kafkajs-proof' });
    const topic = `proof-${randomUUID()}`;
    const open: { disconnect(): Promise<void> }[] = [];

    const producer = async (transactionalId: string): Promise<Producer> => {
      const made = kafka.producer({
        transactionalId,
        maxInFlightRequests: 1,
        allowAutoTopicCreation: false,
        createPartitioner: kafkajs.Partitioners.DefaultPartitioner,
      });
      await made.connect();
      open.push(made);
      return made;
    };
    const seen = { committed: [] as string[], all: [] as string[] };
    const follow = async (into: string[], readUncommitted: boolean): Promise<void> => {
      const consumer = kafka.consumer({ groupId: `proof-${randomUUID()}`, readUncommitted });
      open.push(consumer);
      await consumer.connect();
      await consumer.subscribe({ topic, fromBeginning: true });
      await consumer.run({ eachMessage: async ({ message }) => void into.push(message.value?.toString() ?? '') });
    };

    beforeAll(async () => {
      const admin = kafka.admin();
      await admin.connect();
      await admin.createTopics({ topics: [{ topic, numPartitions: 1 }], waitForLeaders: true });
      await admin.disconnect();
      await Promise.all([follow(seen.committed, false), follow(seen.all, true)]);
    });
    afterAll(() => Promise.all(open.map((each) => each.disconnect())));

    test('a read-committed reader sees what was committed, in order, and nothing of what was aborted', async () => {
      const id = randomUUID();
      const one = await producer(id);
      const aborted = await one.transaction();
      await aborted.send({ topic, messages: [{ key: 'a', value: 'aborted' }] });
      await aborted.abort();
      const committed = await one.transaction();
      await committed.send({ topic, messages: ['1', '2', '3'].map((value) => ({ key: 'a', value })) });
      await committed.commit();
      await until('everything has come', 30_000, () => (seen.committed.length >= 3 && seen.all.length >= 4 ? true : undefined));
      expect(seen).toEqual({ committed: ['1', '2', '3'], all: ['aborted', '1', '2', '3'] });
    });

    test('a second producer of the same id fences the first, whose open transaction is gone', async () => {
      const id = randomUUID();
      const first = await producer(id);
      const opened = await first.transaction();
      await opened.send({ topic, messages: [{ key: 'a', value: 'of the fenced' }] });
      const second = await producer(id);
      const taken = await second.transaction();
      await taken.send({ topic, messages: [{ key: 'a', value: '4' }] });
      await taken.commit();
      await expect(opened.commit()).rejects.toThrow(/epoch|producer/i);
      await until('the fourth has come', 30_000, () => (seen.committed.includes('4') ? true : undefined));
      expect(seen.committed).toEqual(['1', '2', '3', '4']);
    });

    test('a live connection that waits asks for no timer in the past', async () => {
      const warnings: string[] = [];
      const warned = (warning: Error): void => void warnings.push(warning.name);
      process.on('warning', warned);
      const armed = setTimeout;
      let timers = 0;
      globalThis.setTimeout = ((...asked: Parameters<typeof setTimeout>) => {
        timers += 1;
        return armed(...asked);
      }) as typeof setTimeout;
      try {
        await pause(500);
      } finally {
        globalThis.setTimeout = armed;
        process.off('warning', warned);
      }
      expect(warnings).not.toContain('TimeoutNegativeWarning');
      // The unmended client arms about 1 000 a second on each connection.
      expect(timers).toBeLessThan(100);
    });
  },
  await testKafka(),
);

test('another version of kafkajs is told of at once', () => {
  expect(() => quietTimer('2.2.5')).toThrow('kafkajs is 2.2.5, and its timer was mended for 2.2.4.');
});
