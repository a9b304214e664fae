import Type, { type Static } from 'typebox';
import { defineCommand } from '../kernel/definitions.ts';
import { isoDate, oneOf, record } from '../kernel/fields.ts';
import { decideRecordOutcome, hasEnded } from './record-outcome.decide.ts';
import { SITUATIONS } from './situations.ts';

export const RecordOutcome = record({
  on: isoDate('The day it was so: the last day in the programme, or soon after.'),
  situations: Type.Array(oneOf(SITUATIONS, 'One situation.'), {
    minItems: 1,
    maxItems: SITUATIONS.length,
    uniqueItems: true,
    description: 'What the participant went on to, one or more. After a death: other.',
  }),
  mainIncome: oneOf(SITUATIONS, 'What the participant mainly lives on then, one only.'),
});
export type RecordOutcome = Static<typeof RecordOutcome>;

export const recordOutcome = defineCommand<RecordOutcome>({
  name: 'recordOutcome',
  title: 'Registrer situasjon etter programmet',
  summary: 'Registers what the participant went on to and mainly lives on, right after the end. KOSTRA 11CF.',
  schema: RecordOutcome,
  individualDecision: false,
  roles: ['caseworker'],
  phases: ['ended'],
  lawOn: ({ on }) => on,
  allowed: (state, { today }) => hasEnded(state, today),
  decide: decideRecordOutcome,
  fillIn: () => ({ situations: ['unknown'], mainIncome: 'unknown' }),
  example: { on: '2026-04-01', situations: ['ordinaryWork', 'education'], mainIncome: 'ordinaryWork' },
});
