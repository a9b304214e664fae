import type { UseCase } from '../kernel/definitions.ts';
import { resume } from './resume.command.ts';
import { programmeResumed } from './resume.events.ts';
import * as refusals from './resume.refusals.ts';

export const resumeUseCase: UseCase = {
  command: resume,
  events: [programmeResumed],
  refusals: Object.values(refusals),
};
