import type { UseCase } from '../kernel/definitions.ts';
import { assignCaseworker } from './assign-caseworker.command.ts';
import { caseworkerAssigned } from './assign-caseworker.events.ts';
import * as refusals from './assign-caseworker.refusals.ts';

export const assignCaseworkerUseCase: UseCase = {
  command: assignCaseworker,
  events: [caseworkerAssigned],
  refusals: Object.values(refusals),
};
