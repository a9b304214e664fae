import type { UseCase } from '../kernel/definitions.ts';
import { recordAbsence } from './record-absence.command.ts';
import { absenceRecorded } from './record-absence.events.ts';
import * as refusals from './record-absence.refusals.ts';

export const recordAbsenceUseCase: UseCase = {
  command: recordAbsence,
  events: [absenceRecorded],
  refusals: Object.values(refusals),
};
