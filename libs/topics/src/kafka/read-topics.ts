import type { Kafka, KafkaMessage } from 'kafkajs';
import { TOPICS } from '../publication/contract.ts';
import { withAdmin } from './topic-admin.ts';

/** A record as a reader gets it, and where it stood. */
export interface ReceivedRecord {
  /** Without the installation's prefix. */
  readonly topic: string;
  readonly partition: number;
  readonly offset: string;
  readonly key: string;
  readonly value: string | null;
  readonly headers: Readonly<Record<string, string>>;
}

/** How far a reader has come, as `topic/partition`: the next offset that it wants. The reader keeps it, together with what it made of the records. */
export type Marks = Readonly<Record<string, string>>;

export interface ReadTopicsOptions {
  readonly kafka: Kafka;
  readonly prefix: string;
  readonly groupId: string;
  readonly topics: readonly string[];
  /** Where to begin; the first record of every partition that is not named. What the brokers remember for the group counts for nothing. */
  readonly marks: Marks;
  /** Takes records of one partition, in order; the next ones come when it is done. A throw ends the reading with its error. */
  readonly handle: (records: readonly ReceivedRecord[], marks: Marks) => Promise<void>;
  readonly signal: AbortSignal;
  /** Told when a partition has been read to its end. */
  readonly onCaughtUp?: (partition: string) => void;
}

/** A topic does not go on where the reader left it: it was made anew, or cut. */
export class TopicCut extends Error {
  override readonly name = 'TopicCut';
  constructor(topic: string, partition: number, wanted: string, found: string) {
    super(
      `The topic ${topic} was made anew or cut: partition ${partition} goes on at ${found}, and ${wanted} comes next. Nothing was taken. ` +
        'Rebuild from the first record, after `kvp relay resend --from beginning` where records are gone.',
    );
  }
}

/** Reads committed records from marks that the caller keeps, until the signal aborts. Throws what `handle` threw, TopicCut, or an error of the client. */
export async function readTopics({ kafka, prefix, groupId, topics, marks, handle, signal, onCaughtUp }: ReadTopicsOptions): Promise<void> {
  await compareWithTopics(kafka, prefix, topics, marks);
  const consumer = kafka.consumer({
    groupId,
    maxWaitTimeInMs: 200,
    allowAutoTopicCreation: false,
    retry: { retries: 3, restartOnFailure: async () => false },
  });
  const { promise: ended, resolve, reject } = Promise.withResolvers<undefined>();
  const onAbort = (): void => resolve(undefined);
  signal.addEventListener('abort', onAbort, { once: true });
  consumer.on(consumer.events.CRASH, ({ payload }) => reject(payload.error));
  try {
    await consumer.connect();
    await consumer.subscribe({ topics: topics.map((topic) => prefix + topic), fromBeginning: true });
    const taken = new Map(Object.entries(marks));
    const resumed = new Set<string>();
    await consumer.run({
      autoCommit: false,
      eachBatch: async (given) => {
        const { batch } = given;
        if (!given.isRunning() || given.isStale() || signal.aborted) return;
        const topic = batch.topic.slice(prefix.length);
        const at = `${topic}/${batch.partition}`;
        const next = BigInt(taken.get(at) ?? 0);
        try {
          // What was fetched before the seek below took hold is passed over; after that, offsets never go back in the same topic.
          const records = batch.messages.filter(({ offset }) => BigInt(offset) >= next);
          const mark = BigInt(batch.lastOffset()) + 1n;
          if (mark < next && resumed.has(at))
            throw new TopicCut(batch.topic, batch.partition, String(next), batch.messages[0]?.offset ?? '?');
          if (mark < next) return;
          resumed.add(at);
          if (records.length > 0)
            await handle(
              records.map((message) => received(topic, batch.partition, message)),
              { [at]: String(mark) },
            );
          taken.set(at, String(mark));
          if (mark >= BigInt(batch.highWatermark)) onCaughtUp?.(at);
        } catch (error) {
          reject(error);
          throw error;
        }
      },
    });
    for (const [at, offset] of Object.entries(marks)) {
      const [topic = '', partition = ''] = at.split('/');
      consumer.seek({ topic: prefix + topic, partition: Number(partition), offset });
    }
    await ended;
  } finally {
    signal.removeEventListener('abort', onAbort);
    await consumer.disconnect();
  }
}

function received(topic: string, partition: number, { key, value, headers = {}, offset }: KafkaMessage): ReceivedRecord {
  const texts = Object.entries(headers).map(([name, text]) => [name, String(text)] as const);
  return { topic, partition, offset, key: key?.toString() ?? '', value: value?.toString() ?? null, headers: Object.fromEntries(texts) };
}

/** The records that come next must still be there, or be what comes next: an offset of another topic of the same name means nothing. */
async function compareWithTopics(kafka: Kafka, prefix: string, topics: readonly string[], marks: Marks): Promise<void> {
  await withAdmin(kafka, async (admin) => {
    for (const name of topics) {
      for (const { partition, high, low } of await admin.fetchTopicOffsets(prefix + name)) {
        const next = marks[`${name}/${partition}`] ?? '0';
        if (BigInt(high) < BigInt(next)) throw new TopicCut(prefix + name, partition, next, high);
        // Of a compacted topic the earlier records are gone because later ones took their place.
        if (BigInt(low) > BigInt(next) && !isCompacted(name)) throw new TopicCut(prefix + name, partition, next, low);
      }
    }
  });
}

const isCompacted = (name: string): boolean => TOPICS.some((topic) => topic.name === name && topic.config['cleanup.policy'] === 'compact');
