import type { UseCase } from '../kernel/definitions.ts';
import { requestLeave } from './request-leave.command.ts';
import { leaveRequested } from './request-leave.events.ts';

/** Every way it can be refused is shared with others. */
export const requestLeaveUseCase: UseCase = { command: requestLeave, events: [leaveRequested], refusals: [] };
