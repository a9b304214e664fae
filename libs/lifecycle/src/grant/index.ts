import type { UseCase } from '../kernel/definitions.ts';
import { grant } from './grant.command.ts';
import { programmeGranted, stipendAwarded } from './grant.events.ts';
import * as refusals from './grant.refusals.ts';

export const grantUseCase: UseCase = {
  command: grant,
  events: [programmeGranted, stipendAwarded],
  refusals: Object.values(refusals),
};
