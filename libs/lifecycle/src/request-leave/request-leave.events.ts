import { date, norwegianDate } from '@kvp/calendar';
import Type, { type Static } from 'typebox';
import { defineEvent } from '../kernel/definitions.ts';
import type { DomainEvent } from '../kernel/event.ts';
import { freeText, isoDate, oneOf, record, shortText } from '../kernel/fields.ts';
import { withoutFact } from '../kernel/state/corrections.ts';
import { becauseOf, CAUSES } from '../pause/causes.ts';

const data = record({
  receivedOn: isoDate('The day the request came.'),
  from: isoDate('The first day asked for.'),
  to: isoDate('The last day asked for.'),
});
const personal = record({
  cause: oneOf(CAUSES, 'Why.'),
  provisionAsked: Type.Optional(shortText('Which leave is asked for, in the words of the request.', 60)),
  reason: Type.Optional(freeText("The participant's own words.")),
});

export type LeaveRequested = DomainEvent<'LeaveRequested', Static<typeof data>, Static<typeof personal>>;

export const leaveRequested = defineEvent<LeaveRequested>({
  type: 'LeaveRequested',
  version: 1,
  summary: 'The participant asked for leave.',
  schema: { data, personal },
  evolve: (state, { data: { receivedOn, from, to } }) => {
    const request = { recordedIn: state.revision, receivedOn: date(receivedOn), from: date(from), to: date(to), settledBy: null };
    return { ...state, absences: { ...state.absences, leaveRequests: [...state.absences.leaveRequests, request] } };
  },
  retract: withoutFact,
  changes: ['audit-trail'],
  effectiveOn: ({ data: { receivedOn } }) => receivedOn,
  provision: 'KVPF § 15',
  audit: ({ data: { receivedOn, from, to }, personal: { cause } }) =>
    `Søknad om permisjon fra ${norwegianDate(from)} til og med ${norwegianDate(to)} mottatt ${norwegianDate(receivedOn)}, ${becauseOf(cause)}.`,
  published: 'published',
  example: {
    type: 'LeaveRequested',
    version: 1,
    data: { receivedOn: '2025-04-22', from: '2025-05-05', to: '2025-05-07' },
    personal: { cause: 'welfare', provisionAsked: 'KVPF § 15', reason: 'Barnet begynner i barnehage.' },
  },
});
