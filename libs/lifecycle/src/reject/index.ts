import type { UseCase } from '../kernel/definitions.ts';
import { reject } from './reject.command.ts';
import { applicationRejected } from './reject.events.ts';
import * as refusals from './reject.refusals.ts';

export const rejectUseCase: UseCase = {
  command: reject,
  events: [applicationRejected],
  refusals: Object.values(refusals),
};
