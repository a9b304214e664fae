import { type DomainEvent, defineEvent, isoDate, oneOf, record, shortText } from '@kvp/lifecycle/define';
import Type, { type Static } from 'typebox';
import type { ReportTable } from '../tables/table.ts';
import type { FigureDifference, SubmittedState } from './submitted-state.ts';

/** The figures as they were sent, tables and all. */
const tables = Type.Unsafe<readonly ReportTable[]>(
  Type.Array(Type.Object({ id: Type.String(), title: Type.String() }), {
    description: 'The tables as they were sent; small counts hidden where they were.',
  }),
);
const figure = Type.Union([Type.Number(), Type.String(), Type.Null()], { description: 'Øre, a count, hidden, or none.' });

const difference = record({
  table: shortText('The table.'),
  row: shortText('The row.'),
  column: shortText('The column.'),
  before: figure,
  after: figure,
});

const submitted = record({
  kind: shortText('Which report.'),
  area: shortText('About which area, by its code.'),
  period: shortText('For which period.'),
  asOf: isoDate('As it stood on that day.'),
  knownAt: Type.String({ format: 'date-time', description: 'With what was recorded by that moment.' }),
  tables,
  hash: shortText('SHA-256 over what was sent: the canonical form of the tables, or the bytes of the file.'),
  corrects: Type.Union([Type.Null(), Type.Integer({ minimum: 0 })], {
    description: 'Revision of the submission that it corrects; null for the first.',
  }),
  differences: Type.Unsafe<readonly FigureDifference[]>(Type.Array(difference, { description: 'What is other than in the one before.' })),
});

export type ReportSubmitted = DomainEvent<'ReportSubmitted', Static<typeof submitted>, null>;

export const reportSubmitted = defineEvent<ReportSubmitted, SubmittedState>({
  type: 'ReportSubmitted',
  version: 1,
  summary: 'A report was submitted and is frozen as it was known; a correction is a whole new one, linked, with the differences listed.',
  schema: { data: submitted, personal: null },
  evolve: (state, { data }) => ({
    ...state,
    revision: state.revision + 1,
    submissions: [...state.submissions, { ...data, revision: state.revision + 1 }],
  }),
  changes: [],
  effectiveOn: ({ data: { asOf } }) => asOf,
  provision: 'rundskriv 08/4221',
  audit: ({ data: { corrects } }) => (corrects === null ? 'En rapport ble sendt inn.' : 'En innsendt rapport ble rettet.'),
  published: 'not published',
  example: {
    type: 'ReportSubmitted',
    version: 1,
    data: {
      ...{ kind: 'monthly', area: '1001', period: '2008-03', asOf: '2008-03-31', knownAt: '2008-04-07T10:00:00.000Z', hash: '00' },
      tables: [
        {
          ...{ id: 'key-figures', title: 'Hovedtall per 2008-03-31', rowTitle: 'Kommune', total: null },
          columns: [{ id: 'participants', title: 'Deltakere', unit: 'persons' }],
          rows: [{ id: '1001', title: 'Kristiansand', cells: [12] }],
        },
      ],
      corrects: null,
      differences: [],
    },
    personal: null,
  },
});

const imported = record({
  kind: shortText('For which report.'),
  source: oneOf(['list', 'resources', 'grant'], 'What was imported.'),
  rows: Type.Integer({ minimum: 0, description: 'Rows of the file.' }),
  hash: shortText('SHA-256 of the file.'),
  input: Type.Unsafe<object>(
    Type.Object({}, { additionalProperties: true, description: 'What was counted of it. Nothing of a person is left.' }),
  ),
});

export type ReportInputImported = DomainEvent<'ReportInputImported', Static<typeof imported>, null>;

export const reportInputImported = defineEvent<ReportInputImported, SubmittedState>({
  type: 'ReportInputImported',
  version: 1,
  summary: 'A list that a report needs beside the log was imported and counted; the last one of its kind counts.',
  schema: { data: imported, personal: null },
  evolve: (state, { data: { source, input } }) => ({
    ...state,
    revision: state.revision + 1,
    inputs: { ...state.inputs, [source]: input },
  }),
  changes: [],
  effectiveOn: () => undefined,
  provision: 'rapport fra Fylkesmannen i Aust-Agder 2015',
  audit: () => 'En liste til en rapport ble lest inn.',
  published: 'not published',
  example: {
    type: 'ReportInputImported',
    version: 1,
    data: {
      kind: 'coverage',
      source: 'list',
      rows: 12,
      hash: '00',
      input: { '0906': { byNeed: { speciallyAdapted: 4 }, eligible: 4, notOffered: 1 } },
    },
    personal: null,
  },
});

export const submittedEvents = [reportSubmitted, reportInputImported] as const;
