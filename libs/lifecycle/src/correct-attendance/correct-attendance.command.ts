import Type, { type Static } from 'typebox';
import { defineCommand } from '../kernel/definitions.ts';
import { freeText, isoDate, oneOf, record } from '../kernel/fields.ts';
import { ATTENDANCE_CODES } from '../register-attendance/attendance-codes.ts';
import { attendanceMoment } from '../register-attendance/register-attendance.decide.ts';
import { decideCorrectAttendance } from './correct-attendance.decide.ts';

/** The most days that are corrected at once: a month. */
const MOST_DAYS_CORRECTED = 31;

export const CorrectAttendance = record({
  days: Type.Array(
    record({
      date: isoDate('The day.'),
      hours: Type.Number({ minimum: 0, maximum: 24, description: 'Hours as they were, in quarters.' }),
      code: Type.Optional(oneOf(ATTENDANCE_CODES, 'Presence, or what kind of absence. Present when left out.')),
    }),
    { minItems: 1, maxItems: MOST_DAYS_CORRECTED, description: 'The days as they were.' },
  ),
  reason: freeText('Why what was registered is wrong.'),
});
export type CorrectAttendance = Static<typeof CorrectAttendance>;

export const correctAttendance = defineCommand<CorrectAttendance>({
  name: 'correctAttendance',
  title: 'Rett frammøte',
  summary: 'Corrects days that were registered wrongly; what was registered stays in the history. STL §§ 36 and 39.',
  schema: CorrectAttendance,
  individualDecision: false,
  roles: ['caseworker'],
  phases: ['running', 'onLeave', 'interrupted', 'ended'],
  // Asked without a body, too, when it is told what may be done.
  lawOn: ({ days }: Partial<CorrectAttendance>) => days?.[0]?.date,
  allowed: attendanceMoment,
  decide: decideCorrectAttendance,
  fillIn: () => ({ reason: 'Registrert feil.' }),
  example: { days: [{ date: '2025-03-04', hours: 7.5, code: 'present' }], reason: 'Deltakeren var på kurs den dagen, ikke syk.' },
});
