import { OPEN_STANDINGS } from '@kvp/projections';
import { DEADLINE_KINDS } from '@kvp/lifecycle';
import { day, describe, list, object, type Schema, text, textOrNull, uuid, yesOrNo } from '../openapi/schema-parts.ts';

/** A page of what falls due. */
export const worklistSchemas: Readonly<Record<string, Schema>> = {
  WorklistPage: object({
    on: describe(day, 'Dagen oppgavelisten gjelder'),
    items: list(
      object(
        {
          caseId: uuid,
          office: text,
          caseworker: describe(textOrNull, 'Saksbehandleren som har saken; null når ingen er tildelt'),
          kind: { type: 'string', enum: [...DEADLINE_KINDS] },
          title: text,
          due: describe(day, 'Siste dag i rett tid'),
          standing: { type: 'string', enum: [...OPEN_STANDINGS] },
          provision: text,
          settledBy: describe(text, 'Kommandoen som gjør det'),
          about: describe({ type: ['integer', 'null'], minimum: 0 }, 'Revisjonen det gjelder; null = saken'),
          breach: describe(yesOrNo, 'Loven brytes når fristen går ut'),
        },
        {
          examples: [
            {
              ...{ caseId: '0d6f3a58-2f7c-5a43-8f5e-0a55a1f2f0aa', office: '1001', caseworker: null, kind: 'period-end' },
              ...{ title: 'Vedtaksperioden går ut', due: '2026-12-31', standing: 'near', provision: 'KVPF § 2', settledBy: 'extend' },
              ...{ about: 4, breach: true },
            },
          ],
        },
      ),
    ),
    next: describe(textOrNull, 'Til «after» for neste side; null på den siste'),
  }),
};
