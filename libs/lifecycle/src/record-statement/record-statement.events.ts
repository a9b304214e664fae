import { date, norwegianDate } from '@kvp/calendar';
import Type, { type Static } from 'typebox';
import { defineEvent } from '../kernel/definitions.ts';
import type { DomainEvent } from '../kernel/event.ts';
import { freeText, isoDate, record, revisionNumber, yesOrNo } from '../kernel/fields.ts';
import { withoutFact } from '../kernel/state/corrections.ts';
import type { Handling } from '../kernel/state/handling.ts';

const data = record({
  receivedOn: isoDate('The day it came.'),
  notice: Type.Optional(revisionNumber('Revision of the notice that it answers.')),
  late: yesOrNo('After the last day to answer that notice. It is heard all the same.'),
});
const personal = record({ statement: freeText('What the party says.') });

export type StatementRecorded = DomainEvent<'StatementRecorded', Static<typeof data>, Static<typeof personal>>;

/** A notice is answered by the first statement that names it; without that one by the next. */
const withAnswers = (handling: Handling): Handling => ({
  ...handling,
  notices: handling.notices.map((notice) => ({
    ...notice,
    answeredOn: handling.statements.find((statement) => statement.notice === notice.recordedIn)?.receivedOn ?? null,
  })),
});

export const statementRecorded = defineEvent<StatementRecorded>({
  type: 'StatementRecorded',
  version: 1,
  summary: 'The party said something about the case, in answer to a notice or unasked.',
  schema: { data, personal },
  evolve: (state, { data: { receivedOn, notice = null }, personal: { statement } }) => ({
    ...state,
    handling: withAnswers({
      ...state.handling,
      statements: [...state.handling.statements, { recordedIn: state.revision, notice, receivedOn: date(receivedOn), text: statement }],
    }),
  }),
  retract(state, recordedIn) {
    const without = withoutFact(state, recordedIn);
    return { ...without, handling: withAnswers(without.handling) };
  },
  changes: ['audit-trail'],
  effectiveOn: ({ data: { receivedOn } }) => receivedOn,
  provision: 'FVL § 16',
  audit: ({ data: { receivedOn, notice, late } }) =>
    [
      notice === undefined ? 'Uttalelse fra parten' : 'Svar på forhåndsvarsel',
      ` mottatt ${norwegianDate(receivedOn)}`,
      late ? ', etter fristen.' : '.',
    ].join(''),
  published: 'published',
  example: {
    type: 'StatementRecorded',
    version: 1,
    data: { receivedOn: '2025-04-14', late: false },
    personal: { statement: 'Jeg har vært syk, og legeerklæringen kommer.' },
  },
});
