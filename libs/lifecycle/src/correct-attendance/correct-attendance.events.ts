import { norwegianDate } from '@kvp/calendar';
import Type, { type Static } from 'typebox';
import { defineEvent } from '../kernel/definitions.ts';
import type { DomainEvent } from '../kernel/event.ts';
import { freeText, isoDate, record } from '../kernel/fields.ts';
import { registrations, withRegistrations } from '../register-attendance/registrations.ts';
import { withoutDays } from './without-days.ts';

const data = record({
  from: isoDate('The first of the days.'),
  to: isoDate('The last of the days.'),
  days: Type.Integer({ minimum: 1, description: 'How many days.' }),
  corrects: Type.Array(Type.Integer({ minimum: 0 }), { minItems: 1, description: 'Revisions of the registrations that were wrong.' }),
});
const personal = record({ registrations, reason: freeText('Why what was registered is wrong.') });

export type AttendanceCorrected = DomainEvent<'AttendanceCorrected', Static<typeof data>, Static<typeof personal>>;

export const attendanceCorrected = defineEvent<AttendanceCorrected>({
  type: 'AttendanceCorrected',
  version: 1,
  summary: 'Days that were registered wrongly were corrected.',
  schema: { data, personal },
  evolve: (state, { personal: { registrations: days } }) => withRegistrations(withoutDays(state, days), days),
  changes: ['participant-status', 'payment-schedule'],
  effectiveOn: ({ data: { from } }) => from,
  provision: 'STL § 39',
  audit: ({ data: { from, to, days } }) =>
    from === to
      ? `Frammøtet ${norwegianDate(from)} ble rettet.`
      : `Frammøtet for ${String(days)} dager fra ${norwegianDate(from)} til og med ${norwegianDate(to)} ble rettet.`,
  published: 'published',
  example: {
    type: 'AttendanceCorrected',
    version: 1,
    data: { from: '2025-03-04', to: '2025-03-04', days: 1, corrects: [5] },
    personal: {
      registrations: [{ date: '2025-03-04', hours: 7.5, code: 'present' }],
      reason: 'Deltakeren var på kurs den dagen, ikke syk.',
    },
  },
});
