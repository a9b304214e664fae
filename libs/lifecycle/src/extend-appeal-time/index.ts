import type { UseCase } from '../kernel/definitions.ts';
import { extendAppealTime } from './extend-appeal-time.command.ts';
import { appealTimeExtended } from './extend-appeal-time.events.ts';
import * as refusals from './extend-appeal-time.refusals.ts';

export const extendAppealTimeUseCase: UseCase = {
  command: extendAppealTime,
  events: [appealTimeExtended],
  refusals: Object.values(refusals),
};
