import Type, { type Static } from 'typebox';
import { defineCommand } from '../kernel/definitions.ts';
import { FACT_PHASES, takesFacts } from '../kernel/recording.ts';
import { isoDate, record } from '../kernel/fields.ts';
import { decideRecordChild } from './record-child.decide.ts';

export const RecordChild = record({
  birthDate: isoDate('Birth date of the child.'),
  from: Type.Optional(isoDate('The first day that the participant supports the child. The day of birth when left out.')),
  to: Type.Optional(isoDate('The last day of support. Open when left out; never beyond the day before the 18th birthday.')),
  claimedOn: Type.Optional(isoDate('The day the supplement was claimed. However late, it takes nothing away.')),
});
export type RecordChild = Static<typeof RecordChild>;

export const recordChild = defineCommand<RecordChild>({
  name: 'recordChild',
  title: 'Registrer barn',
  summary: 'Registers a child that the participant supports; the child supplement follows. STL § 35; KVPF § 3.',
  schema: RecordChild,
  individualDecision: false,
  roles: ['caseworker'],
  phases: FACT_PHASES,
  lawOn: ({ from, birthDate }) => from ?? birthDate,
  allowed: takesFacts,
  decide: decideRecordChild,
  example: { birthDate: '2019-08-15', claimedOn: '2025-01-06' },
});
