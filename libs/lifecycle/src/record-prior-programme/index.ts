import type { UseCase } from '../kernel/definitions.ts';
import { recordPriorProgramme } from './record-prior-programme.command.ts';
import { priorProgrammeRecorded } from './record-prior-programme.events.ts';

export const recordPriorProgrammeUseCase: UseCase = {
  command: recordPriorProgramme,
  events: [priorProgrammeRecorded],
  refusals: [],
};
