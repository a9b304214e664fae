import Type, { type Static } from 'typebox';
import { defineCommand } from '../kernel/definitions.ts';
import { FACT_PHASES, takesFacts } from '../kernel/recording.ts';
import { isoDate, record, yesOrNo } from '../kernel/fields.ts';
import { decideRecordWork } from './record-work.decide.ts';

/** A week has no more hours. */
const MOST_HOURS_A_WEEK = 168;

export const RecordWork = record({
  from: isoDate('The first day of work. Several jobs at once add up.'),
  to: Type.Optional(isoDate('The last day. Left out while the work goes on; told again with it, the work ends then.')),
  hoursPerWeek: Type.Number({
    minimum: 0,
    maximum: MOST_HOURS_A_WEEK,
    description: 'Hours a week, at most three decimals. The stipend is reduced by hours, whatever the wage.',
  }),
  apprenticeship: Type.Optional(yesOrNo('Whether it is time as an apprentice, which may be more than half of a full position.')),
});
export type RecordWork = Static<typeof RecordWork>;

export const recordWork = defineCommand<RecordWork>({
  name: 'recordWork',
  title: 'Registrer arbeid',
  summary: 'Registers paid work beside the programme; the stipend is reduced by its hours. STL § 37; KVPF § 1.',
  schema: RecordWork,
  individualDecision: false,
  roles: ['caseworker'],
  phases: FACT_PHASES,
  lawOn: ({ from }) => from,
  allowed: takesFacts,
  decide: decideRecordWork,
  example: { from: '2025-03-03', hoursPerWeek: 15 },
});
