import type { UseCase } from '../kernel/definitions.ts';
import { apply } from './apply.command.ts';
import { applicationRegistered } from './apply.events.ts';
import * as refusals from './apply.refusals.ts';
import { applicationCorrection } from './correct-application.ts';

export const applyUseCase: UseCase = {
  command: apply,
  events: [applicationRegistered],
  refusals: Object.values(refusals),
  correction: applicationCorrection,
};
