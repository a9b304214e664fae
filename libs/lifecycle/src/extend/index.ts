import type { UseCase } from '../kernel/definitions.ts';
import { extend } from './extend.command.ts';
import { programmeExtended } from './extend.events.ts';
import * as refusals from './extend.refusals.ts';

export const extendUseCase: UseCase = {
  command: extend,
  events: [programmeExtended],
  refusals: Object.values(refusals),
};
