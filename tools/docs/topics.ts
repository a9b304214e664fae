import { events } from '@kvp/catalogue';
import { RECORD_KINDS, type RecordKind, TOPICS, type TopicDefinition, isPublished, publicationOf } from '@kvp/topics';
import type { TSchema } from 'typebox';
import { code, page, table } from './markdown.ts';
import { fieldTable } from './schema.ts';

/** The topics: what each carries, for whom, and what stays inside and why. */
export function topicsPage(): string {
  return page(
    'Topics',
    'What the relay publishes on Kafka: exactly once for readers that read committed records only, and in order for each key. A record is a CloudEvents 1.0 event in binary mode: what it is stands in ' +
      'headers (`ce_id`, `ce_type`, `ce_time`, `ce_sequence`, `ce_dataschema` …), the value is JSON. The schemas are in `libs/topics/published`, the machine-readable whole in ' +
      '[asyncapi.json](asyncapi.json). Readers pass over fields that they do not know; a published version never changes so that its readers break. After `kvp relay resend` a record comes again with the same `ce_id`.',
    table(
      ['Topic', 'Key', 'Readers', 'Partitions', 'Kept', 'What it carries'],
      TOPICS.map((topic) => [code(`kvp.${topic.name}`), topic.key, topic.readers, String(topic.partitions), kept(topic), topic.summary]),
    ),
    ...TOPICS.map(section),
    '## What stays inside',
    table(['Event', 'On full events', 'For statistics'], Object.keys(events).flatMap(insideRow)),
  );
}

function kept({ config }: TopicDefinition): string {
  if (config['cleanup.policy'] === 'compact') return 'the last of each key';
  const retention = Number(config['retention.ms']);
  return retention < 0 ? 'for good' : `${String(Math.round(retention / 86_400_000))} days`;
}

function section(topic: TopicDefinition): string {
  const kinds = RECORD_KINDS.filter((kind) => kind.topic === topic);
  const [first] = kinds;
  return [
    `## ${topic.name}`,
    topic.title + '.',
    '**In every record**',
    first === undefined ? '' : fieldTable(envelopeOf(first)),
    ...(kinds.length === 1 ? [] : ['**By type**', table(['`ce_type`', 'What happened', 'Fields of its own'], kinds.map(kindRow))]),
  ].join('\n\n');
}

const OWN = ['data', 'personal'];

const envelopeOf = ({ schema, topic }: RecordKind): TSchema =>
  (topic.name.startsWith('statistics-places')
    ? schema
    : {
        ...schema,
        properties: Object.fromEntries(Object.entries(schema.properties ?? {}).filter(([name]) => !OWN.includes(name))),
      }) as TSchema;

const kindRow = ({ type, summary, schema }: RecordKind): string[] => [
  code(type),
  summary,
  OWN.flatMap((part) => Object.keys(schema.properties?.[part]?.properties ?? {}).map(code)).join(', '),
];

function insideRow(type: string): string[][] {
  const publication = publicationOf(type);
  if (publication === undefined) return [];
  if (!isPublished(publication)) return [[type, `not published: ${publication.notPublished}`, 'not published']];
  const { statistics } = publication;
  return 'notPublished' in statistics ? [[type, 'published', `not published: ${statistics.notPublished}`]] : [];
}
