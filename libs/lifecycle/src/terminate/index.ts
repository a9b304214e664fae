import type { UseCase } from '../kernel/definitions.ts';
import { terminate } from './terminate.command.ts';
import { programmeTerminated } from './terminate.events.ts';
import * as refusals from './terminate.refusals.ts';

export const terminateUseCase: UseCase = {
  command: terminate,
  events: [programmeTerminated],
  refusals: Object.values(refusals),
};
