import { day, describe, list, object, type Schema, text, uuid } from '../openapi/schema-parts.ts';

export const accessLogSchemas: Readonly<Record<string, Schema>> = {
  AccessLog: object({
    caseId: uuid,
    from: day,
    to: day,
    entries: list(
      object({
        at: { type: 'string', format: 'date-time' },
        actorId: text,
        role: text,
        municipality: text,
        office: text,
        action: text,
        told: describe(text, 'Hva som ble gjort, i klartekst'),
        outcome: { type: 'string', enum: ['permitted', 'refused', 'denied', 'not-found'] },
        correlationId: text,
      }),
    ),
  }),
};
