import type { UseCase } from '../kernel/definitions.ts';
import { requestReasons } from './request-reasons.command.ts';
import { reasonsRequested } from './request-reasons.events.ts';
import * as refusals from './request-reasons.refusals.ts';

export const requestReasonsUseCase: UseCase = { command: requestReasons, events: [reasonsRequested], refusals: Object.values(refusals) };
