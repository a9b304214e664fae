import { date, norwegianDate } from '@kvp/calendar';
import Type, { type Static } from 'typebox';
import { defineEvent } from '../kernel/definitions.ts';
import type { DomainEvent } from '../kernel/event.ts';
import { freeText, isoDate, record, yesOrNo } from '../kernel/fields.ts';

const data = record({
  withdrawnOn: isoDate('The day the withdrawal reached the office, or the applicant died.'),
  becauseOfDeath: Type.Optional(yesOrNo('The applicant died, and the application fell away.')),
});
const personal = record({ reason: Type.Optional(freeText('What the applicant said about it.')) });

export type ApplicationWithdrawn = DomainEvent<'ApplicationWithdrawn', Static<typeof data>, Static<typeof personal>>;

export const applicationWithdrawn = defineEvent<ApplicationWithdrawn>({
  type: 'ApplicationWithdrawn',
  version: 1,
  summary: 'The applicant withdrew the application, or died before the programme began; the case has ended.',
  schema: { data, personal },
  evolve: (state, { data: { withdrawnOn } }) => ({ ...state, handling: { ...state.handling, withdrawnOn: date(withdrawnOn) } }),
  retract: (state) => ({ ...state, handling: { ...state.handling, withdrawnOn: null } }),
  changes: ['participant-status'],
  effectiveOn: ({ data: { withdrawnOn } }) => withdrawnOn,
  provision: 'STL § 29',
  audit: ({ data: { withdrawnOn, becauseOfDeath } }) =>
    becauseOfDeath === true
      ? `Søkeren døde ${norwegianDate(withdrawnOn)}, og søknaden falt bort.`
      : `Søkeren trakk søknaden ${norwegianDate(withdrawnOn)}.`,
  published: 'published',
  example: {
    type: 'ApplicationWithdrawn',
    version: 1,
    data: { withdrawnOn: '2025-01-15' },
    personal: { reason: 'Søkeren har fått arbeid.' },
  },
});
