import type { Static } from 'typebox';
import { defineEvent } from '../kernel/definitions.ts';
import type { DomainEvent } from '../kernel/event.ts';
import { backdatingField, freeText, isoDate, record, revisionNumber } from '../kernel/fields.ts';
import { settled, unsettled } from '../request-leave/settled.ts';

const data = record({
  decidedOn: isoDate('The day the decision was made.'),
  request: revisionNumber('Revision of the request that it settles.'),
});
const personal = record({ justification: freeText('Why it was refused.'), ...backdatingField });

export type LeaveRefused = DomainEvent<'LeaveRefused', Static<typeof data>, Static<typeof personal>>;

export const leaveRefused = defineEvent<LeaveRefused>({
  type: 'LeaveRefused',
  version: 1,
  summary: 'A request for leave was refused.',
  schema: { data, personal },
  decision: 'leaveRefusal',
  evolve: (state, { data: { request } }) => settled(state, request),
  undo: unsettled,
  changes: ['audit-trail'],
  effectiveOn: ({ data: { decidedOn } }) => decidedOn,
  provision: 'KVPF § 15',
  audit: () => 'Søknaden om permisjon ble avslått.',
  published: 'published',
  example: {
    type: 'LeaveRefused',
    version: 1,
    data: { decidedOn: '2025-04-28', request: 7 },
    personal: { justification: 'Det er ikke tungtveiende velferdsgrunner for fri disse dagene.' },
  },
});
