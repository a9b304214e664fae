import type { UseCase } from '../kernel/definitions.ts';
import { reinstate } from './reinstate.command.ts';
import { programmeReinstated } from './reinstate.events.ts';
import * as refusals from './reinstate.refusals.ts';

export const reinstateUseCase: UseCase = { command: reinstate, events: [programmeReinstated], refusals: Object.values(refusals) };
