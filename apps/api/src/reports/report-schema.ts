import type { Schema } from '../openapi/schema-parts.ts';

const text: Schema = { type: 'string' };
const day: Schema = { type: 'string', format: 'date' };
const moment: Schema = { type: 'string', format: 'date-time' };
const figure: Schema = {
  type: ['number', 'string', 'null'],
  description: 'Et tall (beløp i øre), «hidden» når det er skjermet, eller ingenting',
};
const listOf = (items: Schema): Schema => ({ type: 'array', items });
const object = (properties: Readonly<Record<string, Schema>>): Schema => ({
  type: 'object',
  required: Object.keys(properties),
  properties,
});
const row = object({ id: text, title: text, cells: listOf(figure) });

const table = object({
  id: text,
  title: text,
  rowTitle: text,
  columns: listOf({ type: 'object', required: ['id', 'title', 'unit'], properties: { id: text, title: text, unit: text } }),
  rows: listOf(row),
  total: { oneOf: [row, { type: 'null' }] },
});

const finding = object({ control: text, severity: text, fields: listOf(text), message: text, lines: listOf({ type: 'integer' }) });

/** Reports, the draft of the yearly file without whom it is about, and what has been submitted. */
export const reportSchemas: Readonly<Record<string, Schema>> = {
  Report: object({
    ...{ kind: text, title: text, area: text, areaName: text, period: text, asOf: day, knownAt: moment },
    suppressed: { type: 'boolean', description: 'Antall på 0, 1 og 2 er skjermet' },
    unreadable: { type: 'integer', minimum: 0, description: 'Saker som ikke kan åpnes lenger; de er ikke med' },
    tables: listOf(table),
  }),
  KostraDraft: object({
    scope: { type: 'object' },
    layoutYear: { type: 'integer' },
    accepted: { type: 'boolean', description: 'Filen kan sendes til SSB' },
    verdict: object({ controls: { type: 'integer' }, severity: { type: ['string', 'null'] }, findings: listOf(finding) }),
    cases: listOf(
      object({
        ...{ caseId: text, journal: text, status: text, findings: listOf(finding) },
        missing: listOf(object({ field: text, message: text, command: text })),
      }),
    ),
    sum: { type: 'integer', description: 'Utbetalt i året, kroner' },
  }),
  Submissions: object({
    submissions: listOf(
      object({
        revision: { type: 'integer', minimum: 0 },
        asOf: day,
        knownAt: moment,
        tables: listOf(table),
        hash: text,
        corrects: { type: ['integer', 'null'], description: 'Innsendingen den retter' },
        differences: listOf(object({ table: text, row: text, column: text, before: figure, after: figure })),
      }),
    ),
  }),
  SubmitAnswer: object({ revision: { type: 'integer', minimum: 0 }, submitted: { type: 'object' } }),
};
