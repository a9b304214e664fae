import type { TopicDefinition } from '../message.ts';

/** What statistics may know. Kept for good: statistics are rebuilt from its first record. */
export const statistics: TopicDefinition = {
  name: 'statistics-v1',
  title: 'What happened, for statistics',
  summary:
    'Events of cases under pseudonyms: birth year instead of birth date, codes and dates only, no free text and no place. Places are in statistics-places-v1, where they can be taken back.',
  key: 'the pseudonym of the case',
  readers: 'statistics',
  partitions: 3,
  config: { 'cleanup.policy': 'delete', 'retention.ms': '-1' },
};
