import { LANGUAGES, MEDIA_TYPES } from '@kvp/lifecycle';
import { count, day, describe, list, object, type Schema, text, uuid } from '../openapi/schema-parts.ts';

const file = {
  sha256: { type: 'string', pattern: '^[0-9a-f]{64}$' },
  size: describe({ type: 'integer', minimum: 1 }, 'Byte'),
  mediaType: { type: 'string', enum: [...MEDIA_TYPES] },
} as const satisfies Readonly<Record<string, Schema>>;

export const documentSchemas: Readonly<Record<string, Schema>> = {
  StoredFile: object(file),
  Documents: object({
    caseId: uuid,
    revision: count,
    language: describe({ type: 'string', enum: [...LANGUAGES] }, 'Målformen brev skrives på'),
    documents: list(
      object({
        revision: describe(count, 'Hendelsen som dokumentet kom i saken med'),
        ...file,
        kind: { type: 'string', examples: ['letter', 'doctorsNote'] },
        title: text,
        on: describe(day, 'Dagen brevet bærer, eller dokumentet ble mottatt'),
        about: { type: ['integer', 'null'], minimum: 0, description: 'For brev: revisjonen det gjelder' },
      }),
    ),
  }),
};
