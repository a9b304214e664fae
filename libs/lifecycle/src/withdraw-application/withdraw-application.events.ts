import { date, norwegianDate } from '@kvp/calendar';
import Type, { type Static } from 'typebox';
import { defineEvent } from '../kernel/definitions.ts';
import type { DomainEvent } from '../kernel/event.ts';
import { freeText, isoDate, record } from '../kernel/fields.ts';

const data = record({ withdrawnOn: isoDate('The day the withdrawal reached the office.') });
const personal = record({ reason: Type.Optional(freeText('What the applicant said about it.')) });

export type ApplicationWithdrawn = DomainEvent<'ApplicationWithdrawn', Static<typeof data>, Static<typeof personal>>;

export const applicationWithdrawn = defineEvent<ApplicationWithdrawn>({
  type: 'ApplicationWithdrawn',
  version: 1,
  summary: 'The applicant withdrew the application; the case has ended.',
  schema: { data, personal },
  evolve: (state, { data: { withdrawnOn } }) => ({ ...state, handling: { ...state.handling, withdrawnOn: date(withdrawnOn) } }),
  retract: (state) => ({ ...state, handling: { ...state.handling, withdrawnOn: null } }),
  changes: ['participant-status'],
  effectiveOn: ({ data: { withdrawnOn } }) => withdrawnOn,
  provision: 'STL § 29',
  audit: ({ data: { withdrawnOn } }) => `Søkeren trakk søknaden ${norwegianDate(withdrawnOn)}.`,
  published: 'published',
  example: {
    type: 'ApplicationWithdrawn',
    version: 1,
    data: { withdrawnOn: '2025-01-15' },
    personal: { reason: 'Søkeren har fått arbeid.' },
  },
});
