import type { UseCase } from '../kernel/definitions.ts';
import { pause } from './pause.command.ts';
import { leaveGranted, programmeInterrupted } from './pause.events.ts';
import * as refusals from './pause.refusals.ts';

export const pauseUseCase: UseCase = {
  command: pause,
  events: [leaveGranted, programmeInterrupted],
  refusals: Object.values(refusals),
};
