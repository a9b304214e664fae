import type { UseCase } from '../kernel/definitions.ts';
import { withdrawAppeal } from './withdraw-appeal.command.ts';
import { appealWithdrawn } from './withdraw-appeal.events.ts';
import * as refusals from './withdraw-appeal.refusals.ts';

export const withdrawAppealUseCase: UseCase = { command: withdrawAppeal, events: [appealWithdrawn], refusals: Object.values(refusals) };
