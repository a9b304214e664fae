import Type, { type Static } from 'typebox';
import { defineCommand } from '../kernel/definitions.ts';
import { isoDate, oneOf, record } from '../kernel/fields.ts';
import { FACT_PHASES, takesFacts } from '../kernel/recording.ts';
import { DISTRICTS, MARITAL_STATUSES, SEXES } from './household-codes.ts';
import { decideRecordHousehold } from './record-household.decide.ts';

/** More children than any household has; KOSTRA 11CF itself takes 13. */
const MOST_CHILDREN = 30;

export const RecordHousehold = record({
  on: isoDate('The day the household was as told; of several, the last one on or before the end of a year counts for it.'),
  maritalStatus: oneOf(MARITAL_STATUSES, 'Marital status, cohabitation included; separated also stands for divorced.'),
  childrenUnder18: Type.Integer({
    minimum: 0,
    maximum: MOST_CHILDREN,
    description:
      'Children under 18 that live in the household and are supported by the participant or the spouse or cohabitant; 0 for none.',
  }),
  sex: Type.Optional(oneOf(SEXES, 'Sex as registered; what was told last counts when left out.')),
  district: Type.Optional(oneOf(DISTRICTS, 'City district, in Oslo only; what was told last counts when left out.')),
});
export type RecordHousehold = Static<typeof RecordHousehold>;

export const recordHousehold = defineCommand<RecordHousehold>({
  name: 'recordHousehold',
  title: 'Registrer husstand',
  summary: 'Registers the household as it was on a day, for the statistics. KOSTRA 11CF.',
  schema: RecordHousehold,
  individualDecision: false,
  roles: ['caseworker'],
  phases: FACT_PHASES,
  lawOn: ({ on }) => on,
  allowed: takesFacts,
  decide: decideRecordHousehold,
  fillIn: () => ({ maritalStatus: 'unmarried', childrenUnder18: 0 }),
  example: { on: '2025-01-06', maritalStatus: 'separated', childrenUnder18: 2, sex: 'female' },
});
