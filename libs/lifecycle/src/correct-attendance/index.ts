import type { UseCase } from '../kernel/definitions.ts';
import { correctAttendance } from './correct-attendance.command.ts';
import { attendanceCorrected } from './correct-attendance.events.ts';
import * as refusals from './correct-attendance.refusals.ts';

export const correctAttendanceUseCase: UseCase = {
  command: correctAttendance,
  events: [attendanceCorrected],
  refusals: Object.values(refusals),
};
