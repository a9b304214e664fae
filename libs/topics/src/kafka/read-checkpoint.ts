import { randomUUID } from 'node:crypto';
import type { Kafka } from 'kafkajs';
import { PublisherAway } from '../relay/publisher.ts';

const READ_MS = 60_000;

/**
 * Reads the topic of checkpoints, committed records only, until the record with the value `claim` comes: what stands before it is all that
 * was ever committed. Gives the last value of the key; null when there is none. Throws PublisherAway when the claim does not come.
 */
export async function readCheckpoint(kafka: Kafka, topic: string, key: string, claim: string): Promise<string | null> {
  const groupId = `${topic}-${key}-${randomUUID()}`;
  const consumer = kafka.consumer({ groupId, maxWaitTimeInMs: 100, retry: { retries: 3 } });
  let last: string | null = null;
  try {
    await consumer.connect();
    await consumer.subscribe({ topic, fromBeginning: true });
    const { promise, resolve, reject } = Promise.withResolvers<undefined>();
    const late = setTimeout(() => reject(new PublisherAway('The checkpoint could not be read in time.')), READ_MS);
    consumer.on(consumer.events.CRASH, ({ payload }) => reject(payload.error));
    await consumer.run({
      autoCommit: false,
      eachMessage: async ({ message }) => {
        const value = message.value?.toString() ?? null;
        if (message.key?.toString() === key) last = value;
        if (value === claim) resolve(undefined);
      },
    });
    await promise.finally(() => clearTimeout(late));
    return last;
  } finally {
    await consumer.disconnect();
  }
}
