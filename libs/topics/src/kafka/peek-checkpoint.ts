import { randomUUID } from 'node:crypto';
import type { Kafka } from 'kafkajs';
import type { Checkpoint } from '../relay/publisher.ts';
import { checkpoints, withAdmin } from './topic-admin.ts';

const QUIET_MS = 1_000;
const READ_MS = 30_000;

/** The last committed checkpoint, without taking anything from the relay that runs; null when there is none. It may be moving on meanwhile. */
export async function peekCheckpoint(kafka: Kafka, prefix: string, shard = '0'): Promise<Checkpoint | null> {
  const topic = prefix + checkpoints.name;
  if (!(await withAdmin(kafka, (admin) => admin.listTopics())).includes(topic)) return null;
  const consumer = kafka.consumer({ groupId: `${topic}-peek-${randomUUID()}`, maxWaitTimeInMs: 100 });
  const { promise, resolve, reject } = Promise.withResolvers<undefined>();
  const kept: Checkpoint[] = [];
  let quiet = setTimeout(() => reject(new Error('The checkpoint could not be read in time.')), READ_MS);
  try {
    await consumer.connect();
    await consumer.subscribe({ topic, fromBeginning: true });
    consumer.on(consumer.events.CRASH, ({ payload }) => reject(payload.error));
    await consumer.run({
      autoCommit: false,
      eachMessage: async ({ message }) => {
        if (message.key?.toString() === shard && message.value !== null) kept[0] = JSON.parse(message.value.toString()) as Checkpoint;
        // Nothing more for a while: that was the last one.
        clearTimeout(quiet);
        quiet = setTimeout(() => resolve(undefined), QUIET_MS);
      },
    });
    await promise;
    return kept[0] ?? null;
  } finally {
    clearTimeout(quiet);
    await consumer.disconnect();
  }
}
