import type { UseCase } from '../kernel/definitions.ts';
import { recordChild } from './record-child.command.ts';
import { childRecorded } from './record-child.events.ts';
import * as refusals from './record-child.refusals.ts';

export const recordChildUseCase: UseCase = {
  command: recordChild,
  events: [childRecorded],
  refusals: Object.values(refusals),
};
