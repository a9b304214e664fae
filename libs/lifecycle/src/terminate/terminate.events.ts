import { date, norwegianDate } from '@kvp/calendar';
import Type, { type Static } from 'typebox';
import { defineEvent } from '../kernel/definitions.ts';
import type { DomainEvent } from '../kernel/event.ts';
import { backdatingField, freeText, isoDate, oneOf, record, yesOrNo } from '../kernel/fields.ts';
import { REASON_TEXT, TERMINATION_REASONS } from './reasons.ts';

const ended = {
  data: record({
    decidedOn: isoDate('The day the decision was made.'),
    lastDay: isoDate('The last day in the programme.'),
    reason: oneOf(TERMINATION_REASONS, 'Why it ended.'),
    becauseOfAbsence: yesOrNo('Whether it ended because of absence.'),
    noticeGiven: yesOrNo('Whether the participant was notified beforehand.'),
  }),
  personal: record({
    justification: Type.Optional(freeText('The circumstances it rests on.')),
    noticeException: Type.Optional(freeText('Which exception made notice needless.')),
    ...backdatingField,
  }),
};

export type ProgrammeTerminated = DomainEvent<'ProgrammeTerminated', Static<typeof ended.data>, Static<typeof ended.personal>>;

export const programmeTerminated = defineEvent<ProgrammeTerminated>({
  type: 'ProgrammeTerminated',
  version: 1,
  summary: 'The programme ended, or will on a day decided ahead.',
  schema: ended,
  decision: 'termination',
  evolve: (state, { data: { lastDay, reason, decidedOn } }) => ({
    ...state,
    end: { lastDay: date(lastDay), reason, decidedOn: date(decidedOn) },
  }),
  // A certificate of participation stays with the participant: the days were taken part in.
  undo: (state) => ({ ...state, end: null }),
  changes: ['participant-status', 'payment-schedule'],
  effectiveOn: ({ data: { lastDay } }) => lastDay,
  provision: 'STL § 34',
  audit: ({ data: { lastDay, reason } }) => `Programmet avsluttet med ${norwegianDate(lastDay)} som siste dag: ${REASON_TEXT[reason]}.`,
  published: 'published',
  example: {
    type: 'ProgrammeTerminated',
    version: 1,
    data: { decidedOn: '2026-03-23', lastDay: '2026-03-31', reason: 'completed', becauseOfAbsence: false, noticeGiven: false },
    personal: { justification: 'Deltakeren har fått fast arbeid.' },
  },
});
