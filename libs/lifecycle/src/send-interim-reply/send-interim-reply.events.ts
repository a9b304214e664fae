import { date, norwegianDate } from '@kvp/calendar';
import Type, { type Static } from 'typebox';
import { defineEvent } from '../kernel/definitions.ts';
import type { DomainEvent } from '../kernel/event.ts';
import { dateOrNull, freeText, isoDate, record, yesOrNo } from '../kernel/fields.ts';
import { withoutFact } from '../kernel/state/corrections.ts';

const data = record({
  sentOn: isoDate('The day the reply was sent.'),
  expectedBy: Type.Optional(isoDate('When an answer can be expected.')),
  dueBy: isoDate('The last day to send it by law.'),
  late: yesOrNo('Sent after that day: a breach of FVL § 11 a, unless an earlier reply was in time.'),
});
const personal = record({ reason: freeText('Why the application could not be answered yet.') });

export type InterimReplySent = DomainEvent<'InterimReplySent', Static<typeof data>, Static<typeof personal>>;

export const interimReplySent = defineEvent<InterimReplySent>({
  type: 'InterimReplySent',
  version: 1,
  summary: 'The applicant was told why there is no answer yet.',
  schema: { data, personal },
  evolve: (state, { data: { sentOn, expectedBy }, personal: { reason } }) => ({
    ...state,
    handling: {
      ...state.handling,
      interimReplies: [
        ...state.handling.interimReplies,
        { recordedIn: state.revision, sentOn: date(sentOn), expectedBy: dateOrNull(expectedBy), reason },
      ],
    },
  }),
  retract: withoutFact,
  changes: ['audit-trail'],
  effectiveOn: ({ data: { sentOn } }) => sentOn,
  provision: 'FVL § 11 a',
  audit: ({ data: { sentOn, expectedBy, dueBy, late } }) =>
    [
      `Foreløpig svar sendt ${norwegianDate(sentOn)}`,
      expectedBy === undefined ? '' : `, med svar ventet ${norwegianDate(expectedBy)}`,
      late ? `. Fristen var ${norwegianDate(dueBy)}.` : '.',
    ].join(''),
  published: 'published',
  example: {
    type: 'InterimReplySent',
    version: 1,
    data: { sentOn: '2025-02-03', expectedBy: '2025-03-03', dueBy: '2025-02-06', late: false },
    personal: { reason: 'Vi venter på arbeidsevnevurderingen.' },
  },
});
