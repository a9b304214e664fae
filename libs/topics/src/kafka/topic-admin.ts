import type { Admin, Kafka } from 'kafkajs';
import type { TopicDefinition } from '../message.ts';
import { TOPICS } from '../publication/contract.ts';

/** Where the relay keeps how far it has come: the last record of a key counts. */
export const checkpoints: TopicDefinition = {
  name: 'relay-checkpoint-v1',
  title: 'How far the relay has come',
  summary: 'The relay’s own: a checkpoint is written in the same transaction as the records before it.',
  key: 'the shard',
  readers: 'the relay',
  partitions: 1,
  config: { 'cleanup.policy': 'compact', 'segment.bytes': '1048576', 'min.cleanable.dirty.ratio': '0.1' },
};

/** The largest record that the topics take: an append of the log is at most 1 000 000 bytes. */
const MAX_RECORD = '2097152';

export async function withAdmin<T>(kafka: Kafka, use: (admin: Admin) => Promise<T>): Promise<T> {
  const admin = kafka.admin();
  try {
    await admin.connect();
    return await use(admin);
  } finally {
    await admin.disconnect();
  }
}

/** Makes the topics that are missing. One that is there stays as it is: its settings are the operator's. */
export async function makeTopics(admin: Admin, prefix: string): Promise<void> {
  const there = new Set(await admin.listTopics());
  const missing = [...TOPICS, checkpoints].filter(({ name }) => !there.has(prefix + name));
  if (missing.length === 0) return;
  await admin.createTopics({
    waitForLeaders: true,
    topics: missing.map(({ name, partitions, config }) => ({
      topic: prefix + name,
      numPartitions: partitions,
      replicationFactor: -1,
      configEntries: Object.entries({ 'max.message.bytes': MAX_RECORD, ...config }).map(([entry, value]) => ({ name: entry, value })),
    })),
  });
}

/** Where each partition of a topic ends, as `topic/partition`: the offset of the next record. Empty when there is no such topic. */
export async function endsOf(admin: Admin, prefix: string, name: string): Promise<ReadonlyMap<string, bigint>> {
  if (!(await admin.listTopics()).includes(prefix + name)) return new Map();
  const offsets = await admin.fetchTopicOffsets(prefix + name);
  return new Map(offsets.map(({ partition, high }) => [`${name}/${partition}`, BigInt(high)]));
}
