import type { UseCase } from '../kernel/definitions.ts';
import { recordIntake } from './record-intake.command.ts';
import { intakeRecorded } from './record-intake.events.ts';
import * as refusals from './record-intake.refusals.ts';

export const recordIntakeUseCase: UseCase = {
  command: recordIntake,
  events: [intakeRecorded],
  refusals: Object.values(refusals),
};
