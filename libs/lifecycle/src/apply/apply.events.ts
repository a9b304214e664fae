import { date, norwegianDate } from '@kvp/calendar';
import type { Static } from 'typebox';
import { defineEvent } from '../kernel/definitions.ts';
import type { DomainEvent } from '../kernel/event.ts';
import { isoDate, oneOf, record, shortText } from '../kernel/fields.ts';

/** How an application may come. */
export const CHANNELS = ['digital', 'paper', 'inPerson', 'phone', 'other'] as const;

const data = record({
  personId: shortText('Internal id of the applicant.'),
  receivedOn: isoDate('The day the application reached the office.'),
  channel: oneOf(CHANNELS, 'How it came.'),
});
const personal = record({
  birthDate: isoDate('Birth date of the applicant.'),
  municipality: shortText('Four digits: the municipality that is responsible.', 4),
  office: shortText('The office that registered it.'),
});

export type ApplicationRegistered = DomainEvent<'ApplicationRegistered', Static<typeof data>, Static<typeof personal>>;

const CHANNEL = { digital: 'digitalt', paper: 'på papir', inPerson: 'ved oppmøte', phone: 'på telefon', other: 'på annen måte' } as const;

export const applicationRegistered = defineEvent<ApplicationRegistered>({
  type: 'ApplicationRegistered',
  version: 1,
  summary: 'An application reached the office; the case is open.',
  schema: { data, personal },
  evolve: (state, { data: { personId, receivedOn, channel }, personal: { birthDate, municipality, office } }) => ({
    ...state,
    application: { personId, receivedOn: date(receivedOn), channel, birthDate: date(birthDate), municipality, office },
  }),
  // There is always one: the correction is followed by the application as it should have been registered.
  retract: (state) => state,
  changes: ['participant-status'],
  effectiveOn: ({ data: { receivedOn } }) => receivedOn,
  provision: 'STL § 31',
  audit: ({ data: { receivedOn, channel } }) => `Søknad om kvalifiseringsprogram mottatt ${norwegianDate(receivedOn)} ${CHANNEL[channel]}.`,
  published: 'published',
  example: {
    type: 'ApplicationRegistered',
    version: 1,
    data: { personId: 'b0f6a6a2-52ab-5b0e-9f4b-3b7f8f0d7c11', receivedOn: '2025-01-06', channel: 'digital' },
    personal: { birthDate: '1990-04-02', municipality: '4204', office: 'Nav Kristiansand' },
  },
});
