import type { UseCase } from '../kernel/definitions.ts';
import { appeal } from './appeal.command.ts';
import { appealReceived, deadlineAssessed } from './appeal.events.ts';
import * as bars from './bar.refusals.ts';
import * as named from './named-appeal.refusals.ts';
import * as orders from './orders.refusals.ts';
import * as refusals from './appeal.refusals.ts';

export const appealUseCase: UseCase = {
  command: appeal,
  events: [appealReceived, deadlineAssessed],
  refusals: [...Object.values(refusals), ...Object.values(named), ...Object.values(bars), ...Object.values(orders)],
};
