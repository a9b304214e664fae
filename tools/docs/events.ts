import { events, kindOf } from '@kvp/catalogue';
import type { AnyEvent } from '@kvp/lifecycle';
import { json, page, table } from './markdown.ts';
import { fieldTable } from './schema.ts';

/** Every event: where it stands, what it holds in the clear and sealed, and how the audit trail tells it. */
export function eventsPage(): string {
  const all = Object.values(events);
  return page(
    'Events',
    'What the log holds. `data` may be read in the clear by anyone who holds the log; `personal` is sealed with the key of the person.',
    table(
      ['Event', 'Version', 'Stream', 'Provision', 'Changes', 'Published', 'What happened'],
      all.map((definition) => [
        `[${definition.type}](#${definition.type.toLowerCase()})`,
        String(definition.version),
        `\`${kindOf(definition.type)?.prefix ?? ''}\``,
        definition.provision,
        definition.changes.join(', '),
        definition.published,
        definition.summary,
      ]),
    ),
    ...all.map(entry),
  );
}

function entry(definition: AnyEvent): string {
  const { type, summary, schema, example } = definition;
  const effective = definition.effectiveOn(example);
  return [
    `## ${type}`,
    summary,
    `In the audit trail: “${definition.audit(example)}”`,
    effective === undefined ? 'Counts from the day it is recorded.' : `The example counts from ${effective}.`,
    '**In the clear**',
    fieldTable(schema.data),
    ...(schema.personal === null ? [] : ['**Sealed**', fieldTable(schema.personal)]),
    json({ type, version: example.version, data: example.data, personal: example.personal }),
  ].join('\n\n');
}
