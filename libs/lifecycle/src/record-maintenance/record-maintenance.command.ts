import Type, { type Static } from 'typebox';
import { defineCommand } from '../kernel/definitions.ts';
import { FACT_PHASES, takesFacts } from '../kernel/recording.ts';
import { isoDate, record, yesOrNo } from '../kernel/fields.ts';
import { decideRecordMaintenance } from './record-maintenance.decide.ts';

export const RecordMaintenance = record({
  agencyHasClaimed: yesOrNo('Whether the collection agency claims the child supplement; false when it no longer does.'),
  from: Type.Optional(isoDate('The first day that it counts for. Today when left out.')),
});
export type RecordMaintenance = Static<typeof RecordMaintenance>;

export const recordMaintenance = defineCommand<RecordMaintenance>({
  name: 'recordMaintenance',
  title: 'Registrer krav på barnetillegget',
  summary: 'Registers whether the collection agency has claimed the child supplement for maintenance that is owed. KVPF § 4.',
  schema: RecordMaintenance,
  individualDecision: false,
  roles: ['caseworker'],
  phases: FACT_PHASES,
  lawOn: ({ from }) => from,
  allowed: takesFacts,
  decide: decideRecordMaintenance,
  example: { agencyHasClaimed: true, from: '2025-03-01' },
});
