import type { UseCase } from '../kernel/definitions.ts';
import { forwardAppeal } from './forward-appeal.command.ts';
import { appealForwarded } from './forward-appeal.events.ts';
import * as refusals from './forward-appeal.refusals.ts';

export const forwardAppealUseCase: UseCase = { command: forwardAppeal, events: [appealForwarded], refusals: Object.values(refusals) };
