import { date, norwegianDate } from '@kvp/calendar';
import type { Static } from 'typebox';
import { defineEvent } from '../kernel/definitions.ts';
import type { DomainEvent } from '../kernel/event.ts';
import { isoDate, oneOf, record, revisionNumber } from '../kernel/fields.ts';
import { DECISION_KINDS, DECISION_TEXT, withAppealTime } from '../kernel/state/decisions.ts';

const data = record({
  decision: revisionNumber('Revision of the decision.'),
  kind: oneOf(DECISION_KINDS, 'What kind of decision it is.'),
  madeOn: isoDate('The day that decision was made.'),
  requestedOn: isoDate('The day the request reached the office.'),
});

export type ReasonsRequested = DomainEvent<'ReasonsRequested', Static<typeof data>, null>;

export const reasonsRequested = defineEvent<ReasonsRequested>({
  type: 'ReasonsRequested',
  version: 1,
  summary: 'The party asked for the reasons of a decision that had none; the time to appeal runs anew when they have come.',
  schema: { data, personal: null },
  evolve: (state, { data: { decision, requestedOn } }) => ({
    ...state,
    decisions: withAppealTime(state.decisions, decision, { recordedIn: state.revision, is: 'reasonsRequested', on: date(requestedOn) }),
  }),
  changes: ['audit-trail'],
  effectiveOn: ({ data: { requestedOn } }) => requestedOn,
  provision: 'FVL § 24',
  audit: ({ data: { kind, madeOn, requestedOn } }) =>
    `Parten ba ${norwegianDate(requestedOn)} om begrunnelse for vedtaket om ${DECISION_TEXT[kind]} av ${norwegianDate(madeOn)}. ` +
    'Klagefristen er avbrutt, og løper på nytt når begrunnelsen er kommet fram.',
  published: 'published',
  example: {
    type: 'ReasonsRequested',
    version: 1,
    data: { decision: 1, kind: 'grant', madeOn: '2025-01-20', requestedOn: '2025-02-03' },
    personal: null,
  },
});
