import type { UseCase } from '../kernel/definitions.ts';
import { withdrawApplication } from './withdraw-application.command.ts';
import { applicationWithdrawn } from './withdraw-application.events.ts';
import * as refusals from './withdraw-application.refusals.ts';

export const withdrawApplicationUseCase: UseCase = {
  command: withdrawApplication,
  events: [applicationWithdrawn],
  refusals: Object.values(refusals),
};
