import type { UseCase } from '../kernel/definitions.ts';
import { start } from './start.command.ts';
import { programmeStarted } from './start.events.ts';
import * as refusals from './start.refusals.ts';

export const startUseCase: UseCase = {
  command: start,
  events: [programmeStarted],
  refusals: Object.values(refusals),
};
