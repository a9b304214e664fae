import { norwegianDate } from '@kvp/calendar';
import Type, { type Static } from 'typebox';
import { defineEvent } from '../kernel/definitions.ts';
import type { DomainEvent } from '../kernel/event.ts';
import { isoDate, oneOf, record } from '../kernel/fields.ts';
import type { AttendanceRegistration } from '../kernel/state.ts';
import { ATTENDANCE_CODES } from './attendance-codes.ts';

const data = record({
  from: isoDate('The first of the days.'),
  to: isoDate('The last of the days.'),
  days: Type.Integer({ minimum: 1, description: 'How many days.' }),
});
/** The codes tell of illness and pregnancy: health information, so that all of it is sealed. */
const personal = record({
  registrations: Type.Array(
    record({
      date: isoDate('The day.'),
      hours: Type.Number({ minimum: 0, maximum: 24, description: 'Hours, in quarters.' }),
      code: oneOf(ATTENDANCE_CODES, 'Presence, or what kind of absence.'),
    }),
    { minItems: 1, description: 'The days, in order.' },
  ),
});

export type AttendanceRegistered = DomainEvent<'AttendanceRegistered', Static<typeof data>, Static<typeof personal>>;

/** The month that a day is kept under, `2026-06`. */
export const monthOf = (date: string): string => date.slice(0, 7);

export const attendanceRegistered = defineEvent<AttendanceRegistered>({
  type: 'AttendanceRegistered',
  version: 1,
  summary: 'Hours and absence were registered for one or more days.',
  schema: { data, personal },
  evolve: (state, { personal: { registrations } }) => {
    const months: Record<string, readonly AttendanceRegistration[]> = { ...state.attendance };
    for (const registration of registrations) {
      const month = monthOf(registration.date);
      months[month] = [...(months[month] ?? []), registration];
    }
    return { ...state, attendance: months };
  },
  changes: ['payment-schedule'],
  effectiveOn: ({ data: { from } }) => from,
  provision: 'STL § 39',
  audit: ({ data: { from, to, days } }) =>
    from === to
      ? `Frammøte registrert for ${norwegianDate(from)}.`
      : `Frammøte registrert for ${String(days)} dager fra ${norwegianDate(from)} til og med ${norwegianDate(to)}.`,
  published: 'not published',
  example: {
    type: 'AttendanceRegistered',
    version: 1,
    data: { from: '2025-03-03', to: '2025-03-04', days: 2 },
    personal: {
      registrations: [
        { date: '2025-03-03', hours: 7.5, code: 'present' },
        { date: '2025-03-04', hours: 7.5, code: 'illness' },
      ],
    },
  },
});
