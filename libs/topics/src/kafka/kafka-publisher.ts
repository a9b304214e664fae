import { randomUUID } from 'node:crypto';
import kafkajs, { type Kafka, type Producer, type Transaction } from 'kafkajs';
import type { Message } from '../message.ts';
import { TOPICS } from '../publication/contract.ts';
import { type Checkpoint, type Publisher, PublishingStopped } from '../relay/publisher.ts';
import { asPublisherError } from './errors.ts';
import { readCheckpoint } from './read-checkpoint.ts';
import { checkpoints, endsOf, makeTopics, withAdmin } from './topic-admin.ts';

export interface KafkaPublisherOptions {
  /** A client for this publisher alone. */
  readonly kafka: Kafka;
  /** Before the names of topics: `kvp.`. */
  readonly prefix: string;
  /** Which part of the log: one publisher of a shard lives at a time. */
  readonly shard?: string;
  /** Goes on though the checkpoint is gone or a topic was cut: for `kvp relay resend`, which sets a new checkpoint. */
  readonly anew?: boolean;
}

/** A checkpoint with where the topics ended then. */
interface Kept extends Checkpoint {
  readonly ends: Readonly<Record<string, string>>;
}

const RESEND = 'kvp relay resend --from beginning sends everything again; readers know repeats by ce_id';

/** Publishes to Kafka in transactions, the checkpoint in the same transaction as the records. */
export function createKafkaPublisher({ kafka, prefix, shard = '0', anew = false }: KafkaPublisherOptions): Publisher {
  const checkpointTopic = prefix + checkpoints.name;
  const ends = new Map<string, bigint>();
  let producer: Producer | undefined;
  let transaction: Transaction | undefined;
  const mapped = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await work();
    } catch (error) {
      throw asPublisherError(error);
    }
  };
  const open = async (): Promise<Transaction> => {
    if (producer === undefined) throw new TypeError('connect comes first');
    return (transaction = await producer.transaction());
  };
  const current = (): Transaction => {
    if (transaction === undefined) throw new TypeError('begin comes first');
    return transaction;
  };

  /** Fences: the first transaction asks for a new epoch of the transactional id. Nothing older can be committed after that. */
  const claim = async (): Promise<string> => {
    const value = randomUUID();
    const claiming = await open();
    await claiming.send({ topic: checkpointTopic, messages: [{ key: `${shard}/claim`, value }] });
    await claiming.commit();
    return value;
  };

  const begin = async (): Promise<void> => {
    const first = await open();
    const kept: Kept = { position: null, handled: 0, epoch: 0, ends: {} };
    await first.send({ topic: checkpointTopic, messages: [{ key: shard, value: JSON.stringify(kept) }] });
    await first.commit();
  };

  /** A topic that ends before what was written to it was made anew, or cut. */
  const compare = async (kept: Kept | null): Promise<void> => {
    const now = await withAdmin(
      kafka,
      async (admin) => new Map((await Promise.all(TOPICS.map(({ name }) => endsOf(admin, prefix, name)))).flatMap((each) => [...each])),
    );
    if (kept === null) {
      const full = [...now].find(([, end]) => end > 0n);
      if (full !== undefined) throw new PublishingStopped(`The checkpoint is gone, and ${topicOf(full[0])} holds records. ${RESEND}.`);
      return;
    }
    for (const [partition, end] of Object.entries(kept.ends)) {
      ends.set(partition, BigInt(end));
      if ((now.get(partition) ?? 0n) <= BigInt(end))
        throw new PublishingStopped(`The topic ${topicOf(partition)} was made anew or cut: it ends before what was published. ${RESEND}.`);
    }
  };
  const topicOf = (partition: string): string => prefix + partition.slice(0, partition.lastIndexOf('/'));

  return {
    connect: () =>
      mapped(async () => {
        await withAdmin(kafka, (admin) => makeTopics(admin, prefix));
        producer = kafka.producer({
          transactionalId: `${prefix}relay-${shard}`,
          maxInFlightRequests: 1,
          allowAutoTopicCreation: false,
          createPartitioner: kafkajs.Partitioners.DefaultPartitioner,
        });
        await producer.connect();
        const value = await readCheckpoint(kafka, checkpointTopic, shard, await claim());
        const kept = value === null ? null : (JSON.parse(value) as Kept);
        if (!anew) await compare(kept);
        // From now on there is one, so that records of a transaction that fails are not taken for those of a lost checkpoint.
        if (kept === null && !anew) await begin();
        return kept === null ? null : { position: kept.position, handled: kept.handled, epoch: kept.epoch };
      }),

    begin: () =>
      mapped(async () => {
        await open();
      }),

    send: (messages) =>
      mapped(async () => {
        const written = await current().sendBatch({ topicMessages: byTopic(messages, prefix), acks: -1 });
        for (const { topicName, partition, baseOffset = '-1' } of written) {
          const at = `${topicName.slice(prefix.length)}/${partition}`;
          const offset = BigInt(baseOffset);
          if (offset <= (ends.get(at) ?? -1n))
            throw new PublishingStopped(`The topic ${topicName} was made anew while it was written to. ${RESEND}.`);
          ends.set(at, offset);
        }
      }),

    commit: ({ position, handled, epoch }) =>
      mapped(async () => {
        const kept: Kept = { position, handled, epoch, ends: Object.fromEntries([...ends].map(([at, offset]) => [at, String(offset)])) };
        await current().send({ topic: checkpointTopic, messages: [{ key: shard, value: JSON.stringify(kept) }] });
        await current().commit();
        transaction = undefined;
      }),

    async close() {
      const left = transaction;
      const used = producer;
      transaction = undefined;
      producer = undefined;
      // What it left open is void for every reader of committed records, whether the brokers hear of it now or when the next one comes.
      if (left?.isActive() === true) await left.abort().catch(() => undefined);
      await used?.disconnect().catch(() => undefined);
    },
  };
}

function byTopic(messages: readonly Message[], prefix: string) {
  const topics = new Map<string, { key: string; value: string | null; headers: Record<string, string> }[]>();
  for (const { topic, key, value, headers } of messages) {
    const list = topics.get(topic) ?? [];
    list.push({ key, value, headers: { ...headers } });
    topics.set(topic, list);
  }
  return [...topics].map(([topic, list]) => ({ topic: prefix + topic, messages: list }));
}
