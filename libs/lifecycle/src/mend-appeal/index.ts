import type { UseCase } from '../kernel/definitions.ts';
import { mendAppeal } from './mend-appeal.command.ts';
import { appealMended } from './mend-appeal.events.ts';
import * as refusals from './mend-appeal.refusals.ts';

export const mendAppealUseCase: UseCase = { command: mendAppeal, events: [appealMended], refusals: Object.values(refusals) };
