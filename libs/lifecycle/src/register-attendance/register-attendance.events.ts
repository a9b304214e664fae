import { norwegianDate } from '@kvp/calendar';
import Type, { type Static } from 'typebox';
import { defineEvent } from '../kernel/definitions.ts';
import type { DomainEvent } from '../kernel/event.ts';
import { isoDate, record } from '../kernel/fields.ts';
import { registrations, withRegistrations } from './registrations.ts';

const data = record({
  from: isoDate('The first of the days.'),
  to: isoDate('The last of the days.'),
  days: Type.Integer({ minimum: 1, description: 'How many days.' }),
});
/** The codes tell of illness and pregnancy: health information, so that all of it is sealed. */
const personal = record({ registrations });

export type AttendanceRegistered = DomainEvent<'AttendanceRegistered', Static<typeof data>, Static<typeof personal>>;

export const attendanceRegistered = defineEvent<AttendanceRegistered>({
  type: 'AttendanceRegistered',
  version: 1,
  summary: 'Hours and absence were registered for one or more days.',
  schema: { data, personal },
  evolve: (state, { personal }) => withRegistrations(state, personal.registrations),
  changes: ['participant-status', 'payment-schedule'],
  effectiveOn: ({ data: { from } }) => from,
  provision: 'STL § 39',
  audit: ({ data: { from, to, days } }) =>
    from === to
      ? `Frammøte registrert for ${norwegianDate(from)}.`
      : `Frammøte registrert for ${String(days)} dager fra ${norwegianDate(from)} til og med ${norwegianDate(to)}.`,
  published: 'published',
  example: {
    type: 'AttendanceRegistered',
    version: 1,
    data: { from: '2025-03-03', to: '2025-03-04', days: 2 },
    personal: {
      registrations: [
        { date: '2025-03-03', hours: 7.5, code: 'present' },
        {
          date: '2025-03-04',
          hours: 7.5,
          code: 'illness',
          absence: { provision: 'KVPF § 5', withStipend: true, countsTowardDuration: true },
        },
      ],
    },
  },
});
