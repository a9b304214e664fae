import { date, norwegianDate } from '@kvp/calendar';
import type { Static } from 'typebox';
import { defineEvent } from '../kernel/definitions.ts';
import type { DomainEvent } from '../kernel/event.ts';
import { isoDate, record, yesOrNo } from '../kernel/fields.ts';
import { inRoom } from '../kernel/recording.ts';
import { withoutFact } from '../kernel/state/corrections.ts';

const data = record({
  from: isoDate('The first day that it counts for, until the next word about it.'),
  agencyHasClaimed: yesOrNo('Whether the child supplement goes to the collection agency.'),
});

export type MaintenanceRecorded = DomainEvent<'MaintenanceRecorded', Static<typeof data>, null>;

export const maintenanceRecorded = defineEvent<MaintenanceRecorded>({
  type: 'MaintenanceRecorded',
  version: 1,
  summary: 'The collection agency claimed the child supplement, or let it go.',
  schema: { data, personal: null },
  evolve: (state, { data: { from, agencyHasClaimed } }) =>
    inRoom(state, 'maintenance', (told) => [...told, { recordedIn: state.revision, from: date(from), agencyHasClaimed }]),
  retract: withoutFact,
  changes: ['payment-schedule'],
  effectiveOn: ({ data: { from } }) => from,
  provision: 'KVPF § 4',
  audit: ({ data: { from, agencyHasClaimed } }) =>
    `Barnetillegget går til ${agencyHasClaimed ? 'innkrevingsmyndigheten' : 'deltakeren'} fra ${norwegianDate(from)}.`,
  published: 'published',
  example: { type: 'MaintenanceRecorded', version: 1, data: { from: '2025-03-01', agencyHasClaimed: true }, personal: null },
});
