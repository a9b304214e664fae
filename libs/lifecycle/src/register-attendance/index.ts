import type { UseCase } from '../kernel/definitions.ts';
import { registerAttendance } from './register-attendance.command.ts';
import { attendanceRegistered } from './register-attendance.events.ts';
import * as refusals from './register-attendance.refusals.ts';

export const registerAttendanceUseCase: UseCase = {
  command: registerAttendance,
  events: [attendanceRegistered],
  refusals: Object.values(refusals),
};
