import type { UseCase } from '../kernel/definitions.ts';
import { recordWork } from './record-work.command.ts';
import { workRecorded } from './record-work.events.ts';
import * as refusals from './record-work.refusals.ts';

export const recordWorkUseCase: UseCase = {
  command: recordWork,
  events: [workRecorded],
  refusals: Object.values(refusals),
};
