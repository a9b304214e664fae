import type { TopicDefinition } from '../message.ts';

const THIRTY_DAYS_MS = String(30 * 24 * 60 * 60 * 1_000);

/** Everything that happens to cases. Not the master: what a reader needs for longer it keeps, and `kvp relay resend` sends again. */
export const caseEvents: TopicDefinition = {
  name: 'case-events-v1',
  title: 'Full events of cases',
  summary:
    'Every published event of every case, `data` in the clear and the personal part sealed as in the log. Who needs that part asks the API, where the look is kept in the access log.',
  key: 'the id of the case (UUID)',
  readers: 'those named in the access list of the topic',
  partitions: 3,
  config: { 'cleanup.policy': 'delete', 'retention.ms': THIRTY_DAYS_MS },
};
