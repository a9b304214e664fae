import type { UseCase } from '../kernel/definitions.ts';
import { refuseLeave } from './refuse-leave.command.ts';
import { leaveRefused } from './refuse-leave.events.ts';
import * as refusals from './refuse-leave.refusals.ts';

export const refuseLeaveUseCase: UseCase = {
  command: refuseLeave,
  events: [leaveRefused],
  refusals: Object.values(refusals),
};
