import Type, { type Static } from 'typebox';
import { defineCommand } from '../kernel/definitions.ts';
import { isoDate, oneOf, record } from '../kernel/fields.ts';
import { FACT_PHASES, takesFacts } from '../kernel/recording.ts';
import { BENEFIT_KINDS } from './benefit-kinds.ts';
import { decideRecordBenefit } from './record-benefit.decide.ts';

export const RecordBenefit = record({
  kind: oneOf(BENEFIT_KINDS, 'Which benefit. Whether it reduces the stipend follows from the law of its first day.'),
  from: isoDate('The first day that there is a right to it.'),
  to: Type.Optional(isoDate('The last day. Left out while it goes on; told again with it, the benefit ends then.')),
  kronerPerDay: Type.String({
    pattern: '^\\d{1,7}(\\.\\d{1,2})?$',
    description: 'Gross kroner for each day from Monday to Friday, with at most two decimals; other units are converted first.',
  }),
});
export type RecordBenefit = Static<typeof RecordBenefit>;

export const recordBenefit = defineCommand<RecordBenefit>({
  name: 'recordBenefit',
  title: 'Registrer annen ytelse',
  summary: 'Registers a benefit to live on: it is taken off the stipend, or bears on the entry condition. STL §§ 29 and 38.',
  schema: RecordBenefit,
  individualDecision: false,
  roles: ['caseworker'],
  phases: FACT_PHASES,
  lawOn: ({ from }) => from,
  allowed: takesFacts,
  decide: decideRecordBenefit,
  example: { kind: 'dagpenger', from: '2025-03-03', kronerPerDay: '312.50' },
});
