import { date, norwegianDate } from '@kvp/calendar';
import type { Static } from 'typebox';
import { defineEvent } from '../kernel/definitions.ts';
import type { DomainEvent } from '../kernel/event.ts';
import { freeText, isoDate, oneOf, record, revisionNumber } from '../kernel/fields.ts';
import { type CaseDecision, DECISION_KINDS, DECISION_TEXT, withAppealTime } from '../kernel/state/decisions.ts';

const data = record({
  decision: revisionNumber('Revision of the decision.'),
  kind: oneOf(DECISION_KINDS, 'What kind of decision it is.'),
  // Not `decidedOn`: that is the day of an event which is a decision itself.
  madeOn: isoDate('The day that decision was made.'),
  extendedOn: isoDate('The day the time was made longer.'),
  to: isoDate('The new last day to appeal.'),
});
const personal = record({ justification: freeText('What makes it a special case.') });

export type AppealTimeExtended = DomainEvent<'AppealTimeExtended', Static<typeof data>, Static<typeof personal>>;

export const appealTimeExtended = defineEvent<AppealTimeExtended>({
  type: 'AppealTimeExtended',
  version: 1,
  summary: 'The party was given more time to appeal a decision.',
  schema: { data, personal },
  evolve: (state, { data: { decision, to } }) => ({
    ...state,
    decisions: withAppealTime(state.decisions, decision, { recordedIn: state.revision, is: 'extended', to: date(to) }),
  }),
  retract: (state, recordedIn) => ({
    ...state,
    decisions: state.decisions.map((each: CaseDecision) => ({
      ...each,
      appealTime: each.appealTime.filter((change) => change.recordedIn !== recordedIn),
    })),
  }),
  changes: ['audit-trail'],
  effectiveOn: ({ data: { extendedOn } }) => extendedOn,
  provision: 'FVL § 29',
  audit: ({ data: { kind, madeOn, to } }) =>
    `Klagefristen for vedtaket om ${DECISION_TEXT[kind]} av ${norwegianDate(madeOn)} er forlenget til ${norwegianDate(to)}.`,
  published: 'published',
  example: {
    type: 'AppealTimeExtended',
    version: 1,
    data: { decision: 1, kind: 'rejection', madeOn: '2025-01-20', extendedOn: '2025-02-03', to: '2025-02-26' },
    personal: { justification: 'Parten er innlagt på sykehus.' },
  },
});
