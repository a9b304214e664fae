import { date, norwegianDate } from '@kvp/calendar';
import type { Static } from 'typebox';
import { defineEvent } from '../kernel/definitions.ts';
import type { DomainEvent } from '../kernel/event.ts';
import { freeText, isoDate, record, shortText } from '../kernel/fields.ts';
import { withoutFact } from '../kernel/state/corrections.ts';

const data = record({
  about: shortText('The command of the decision that was considered.', 60),
  sentOn: isoDate('The day the notice was sent.'),
  answerBy: isoDate('The last day to answer.'),
});
const personal = record({ considered: freeText('What the office considered, and why.') });

export type NoticeGiven = DomainEvent<'NoticeGiven', Static<typeof data>, Static<typeof personal>>;

export const noticeGiven = defineEvent<NoticeGiven>({
  type: 'NoticeGiven',
  version: 1,
  summary: 'The party was told beforehand of a decision that the office considers.',
  schema: { data, personal },
  evolve: (state, { data: { about, sentOn, answerBy }, personal: { considered } }) => ({
    ...state,
    handling: {
      ...state.handling,
      notices: [
        ...state.handling.notices,
        { recordedIn: state.revision, about, sentOn: date(sentOn), answerBy: date(answerBy), answeredOn: null, text: considered },
      ],
    },
  }),
  retract: withoutFact,
  changes: ['audit-trail'],
  effectiveOn: ({ data: { sentOn } }) => sentOn,
  provision: 'FVL § 16',
  audit: ({ data: { sentOn, answerBy } }) =>
    `Forhåndsvarsel om et vedtak sendt ${norwegianDate(sentOn)}, med frist til ${norwegianDate(answerBy)} for å uttale seg.`,
  published: 'published',
  example: {
    type: 'NoticeGiven',
    version: 1,
    data: { about: 'terminate', sentOn: '2025-04-07', answerBy: '2025-04-22' },
    personal: { considered: 'Du har ikke møtt siden 3. mars. Vi vurderer å avslutte programmet.' },
  },
});
