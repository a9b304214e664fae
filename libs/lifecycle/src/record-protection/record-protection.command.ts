import type { Static } from 'typebox';
import { defineCommand } from '../kernel/definitions.ts';
import { isoDate, oneOf, record } from '../kernel/fields.ts';
import { isRegistered } from '../kernel/guards.ts';
import { PHASES } from '../kernel/state.ts';
import { GRADINGS } from './gradings.ts';
import { decideRecordProtection } from './record-protection.decide.ts';

export const RecordProtection = record({
  on: isoDate('The day from which the grading is known to hold.'),
  grading: oneOf(GRADINGS, 'The grading that holds now; none lifts it.'),
});
export type RecordProtection = Static<typeof RecordProtection>;

export const recordProtection = defineCommand<RecordProtection>({
  name: 'recordProtection',
  title: 'Registrer adressesperre eller skjerming',
  summary: 'Registers that the person is graded in the population register, or shielded. Folkeregisterloven § 10-4.',
  schema: RecordProtection,
  individualDecision: false,
  roles: ['caseworker', 'approver'],
  phases: PHASES,
  lawOn: ({ on }) => on,
  allowed: isRegistered,
  decide: decideRecordProtection,
  example: { on: '2025-01-06', grading: 'strictlyConfidential' },
});
