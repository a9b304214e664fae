import type { TopicDefinition } from '../message.ts';

const DAY_MS = String(24 * 60 * 60 * 1_000);

/** Where cases belong, apart from what happened in them: the one thing that statistics may have to forget. */
export const places: TopicDefinition = {
  name: 'statistics-places-v1',
  title: 'Where cases belong, for statistics',
  summary:
    'Municipality and Oslo districts of each case; the last record of a key counts. A record without a value takes the place back: the participant is protected, and within a day Kafka has removed the earlier ones.',
  key: 'the pseudonym of the case',
  readers: 'statistics',
  partitions: 3,
  config: { 'cleanup.policy': 'compact', 'max.compaction.lag.ms': DAY_MS, 'min.cleanable.dirty.ratio': '0.1', 'segment.ms': DAY_MS },
};
