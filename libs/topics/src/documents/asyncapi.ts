import { SOURCE } from '../cloud-event.ts';
import type { TopicDefinition } from '../message.ts';
import { fileOf } from './published.ts';
import { RECORD_KINDS, type RecordKind, TOPICS } from '../publication/contract.ts';

const messageKey = ({ topic, name, version }: RecordKind): string => `${topic.name}.${name}.v${version}`;

const header = (description: string, more: object = {}): object => ({ type: 'string', description, ...more });

/** What every record says in its headers. CloudEvents 1.0, binary mode of the Kafka binding. */
const CLOUD_EVENT = {
  contentType: 'application/json',
  headers: {
    type: 'object',
    properties: {
      ce_specversion: header('CloudEvents version.', { const: '1.0' }),
      ce_id: header('Never twice for two events; a reader knows a repeat by it.'),
      ce_source: header('Where it comes from.', { const: SOURCE }),
      ce_type: header('The kind of record: the name of the message.'),
      ce_subject: header('The key of the record.'),
      ce_time: header('When the log learned it.', { format: 'date-time' }),
      ce_sequence: header('Its place in the case; holes are events that are not published.', { pattern: '^[0-9]+$' }),
      ce_dataschema: header('The schema of the value, by its $id.'),
      'content-type': header('The value is JSON.', { const: 'application/json' }),
    },
    required: ['ce_specversion', 'ce_id', 'ce_source', 'ce_type', 'ce_subject', 'ce_time', 'ce_sequence', 'ce_dataschema', 'content-type'],
  },
};

const messageOf = (kind: RecordKind): object => ({
  name: kind.type,
  title: kind.name,
  summary: kind.summary,
  traits: [{ $ref: '#/components/messageTraits/cloudEvent' }],
  payload: {
    schemaFormat: 'application/schema+json;version=draft-2020-12',
    schema: { $ref: `../libs/topics/published/${fileOf(kind)}` },
  },
  bindings: { kafka: { key: { type: 'string', description: kind.topic.key }, bindingVersion: '0.5.0' } },
});

const channelOf = (topic: TopicDefinition): object => ({
  address: `{prefix}${topic.name}`,
  title: topic.title,
  description: `${topic.summary} Readers: ${topic.readers}.`,
  parameters: {
    prefix: { description: 'What the installation puts before the names of its topics (`KAFKA_TOPIC_PREFIX`).', default: 'kvp.' },
  },
  messages: Object.fromEntries(
    RECORD_KINDS.filter((kind) => kind.topic === topic).map((kind) => [kind.name, { $ref: `#/components/messages/${messageKey(kind)}` }]),
  ),
  bindings: { kafka: { partitions: topic.partitions, bindingVersion: '0.5.0' } },
});

/** The topics as an AsyncAPI 3 document; the schemas are the published files. */
export const asyncApi = (version: string): object => ({
  asyncapi: '3.0.0',
  info: {
    title: 'KVP: what happens to cases',
    version,
    description:
      'Published by the relay, exactly once for readers that read committed records only, and in order for each key. After `kvp relay resend` records come again with the same `ce_id`. ' +
      'Readers pass over fields that they do not know; a type never changes so that a reader of its version breaks.',
  },
  defaultContentType: 'application/json',
  channels: Object.fromEntries(TOPICS.map((topic) => [topic.name, channelOf(topic)])),
  operations: Object.fromEntries(
    TOPICS.map((topic) => [
      `publish-${topic.name}`,
      { action: 'send', channel: { $ref: `#/channels/${topic.name}` }, summary: topic.title },
    ]),
  ),
  components: {
    messageTraits: { cloudEvent: CLOUD_EVENT },
    messages: Object.fromEntries(RECORD_KINDS.map((kind) => [messageKey(kind), messageOf(kind)])),
  },
});
