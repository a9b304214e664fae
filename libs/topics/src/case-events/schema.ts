import type { AnyEvent } from '@kvp/lifecycle';
import type { Schema } from '../publication/pick.ts';

const text = (description: string, more: object = {}): Schema => ({ type: 'string', description, ...more });
const UUID = { pattern: '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$' };

const object = (properties: Readonly<Record<string, Schema>>, description: string, optional: readonly string[] = []): Schema => ({
  type: 'object',
  description,
  properties,
  required: Object.keys(properties).filter((name) => !optional.includes(name)),
  additionalProperties: false,
});

const sealed: Schema = {
  ...object(
    {
      alg: { type: 'string', const: 'A256GCM' },
      key: text('The name of the key of the person.'),
      iv: text('Initialisation vector, base64.'),
      data: text('Ciphertext and tag, base64.'),
    },
    'The personal part under the key of the person; bound to stream and event. Null where there is none.',
  ),
  type: ['object', 'null'],
};

const metadata = object(
  {
    commandId: text('The command that it came from.'),
    correlationId: text('What it belongs together with.'),
    causationId: text('What brought it about.'),
    actor: object({ id: text('Opaque id.'), role: text('In which role.') }, 'Who did it.'),
    recordedAt: text('When the log learned it.', { format: 'date-time' }),
    law: object(
      {
        release: text('The shipped rulebook.'),
        ratesRevision: text('The rates known then.'),
        policyRevision: { type: ['integer', 'null'], description: 'The policy of the municipality; null where it has set none.' },
      },
      'The law that it was decided under.',
    ),
    codeVersion: text('The code that wrote it.'),
    hash: text('SHA-256 of the event as it stands in the log.'),
  },
  'Who, when, and under which law.',
);

/** The schema of the value for one type of event in the version that is written now. */
export function caseEventSchema({ type, version, summary, schema }: AnyEvent): Schema {
  return object(
    {
      caseId: text('The case.', UUID),
      revision: { type: 'integer', minimum: 0, description: 'The place in the case.' },
      type: { type: 'string', const: type },
      version: { type: 'integer', const: version },
      data: { ...(JSON.parse(JSON.stringify(schema.data)) as Schema), description: 'What happened, in the clear.' },
      sealed,
      metadata,
    },
    summary,
  );
}
