import Type, { type Static } from 'typebox';
import { defineCommand } from '../kernel/definitions.ts';
import { freeText, isoDate, record, revisionNumber } from '../kernel/fields.ts';
import { isRegistered } from '../kernel/guards.ts';
import { PHASES } from '../kernel/state.ts';
import { decideRecordStatement } from './record-statement.decide.ts';

export const RecordStatement = record({
  notice: Type.Optional(
    revisionNumber('Revision of the notice that it answers. The last one without an answer when left out; none when there is none.'),
  ),
  receivedOn: isoDate('The day it came, or was said.'),
  text: freeText('What the party says, in their own words as far as possible.'),
});
export type RecordStatement = Static<typeof RecordStatement>;

export const recordStatement = defineCommand<RecordStatement>({
  name: 'recordStatement',
  title: 'Registrer uttalelse',
  summary: 'Registers what the party says: the answer to a notice, or their view of the programme. FVL § 16; STL § 42.',
  schema: RecordStatement,
  individualDecision: false,
  roles: ['caseworker', 'approver'],
  phases: PHASES,
  lawOn: ({ receivedOn }) => receivedOn,
  allowed: isRegistered,
  decide: decideRecordStatement,
  fillIn: () => ({ text: 'Parten har uttalt seg.' }),
  example: { receivedOn: '2025-04-14', text: 'Jeg har vært syk, og legeerklæringen kommer.' },
});
