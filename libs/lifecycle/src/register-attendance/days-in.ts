import type { RegisterAttendance } from './register-attendance.command.ts';

type Day = NonNullable<RegisterAttendance['days']>[number];

/** The days that a command registers, in whichever of its two forms. */
export const daysIn = ({ date, hours, code, days = [] }: RegisterAttendance): readonly Day[] =>
  date === undefined || hours === undefined ? days : [...days, { date, hours, ...(code === undefined ? {} : { code }) }];
