import type { IsoDate } from '@kvp/calendar';
import Type, { type Static } from 'typebox';
import { defineCommand } from '../kernel/definitions.ts';
import { isoDate, oneOf, record } from '../kernel/fields.ts';
import { ATTENDANCE_CODES } from './attendance-codes.ts';
import { daysIn } from './days-in.ts';
import { attendanceMoment, decideRegisterAttendance } from './register-attendance.decide.ts';

/** The most days that are registered at once: a month. */
export const MOST_DAYS = 31;

const day = {
  date: isoDate('The day.'),
  hours: Type.Number({ minimum: 0, maximum: 24, description: 'Hours, in quarters.' }),
  code: Type.Optional(oneOf(ATTENDANCE_CODES, 'Presence, or what kind of absence. Present when left out.')),
};

export const RegisterAttendance = record({
  date: Type.Optional(day.date),
  hours: Type.Optional(day.hours),
  code: day.code,
  days: Type.Optional(
    Type.Array(record(day), { minItems: 1, maxItems: MOST_DAYS, description: 'Several days at once, instead of `date` and `hours`.' }),
  ),
});
export type RegisterAttendance = Static<typeof RegisterAttendance>;

export const registerAttendance = defineCommand<RegisterAttendance>({
  name: 'registerAttendance',
  title: 'Registrer frammøte',
  summary: 'Registers hours and absence for one day, or up to a month of days. STL §§ 36 and 39.',
  schema: RegisterAttendance,
  individualDecision: false,
  roles: ['caseworker'],
  phases: ['running', 'onLeave', 'interrupted', 'ended'],
  lawOn: (command): IsoDate | undefined => daysIn(command)[0]?.date,
  allowed: attendanceMoment,
  decide: decideRegisterAttendance,
  example: {
    days: [
      { date: '2025-03-03', hours: 7.5, code: 'present' },
      { date: '2025-03-04', hours: 7.5, code: 'illness' },
    ],
  },
});
