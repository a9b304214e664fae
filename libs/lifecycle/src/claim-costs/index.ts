import type { UseCase } from '../kernel/definitions.ts';
import { claimCosts } from './claim-costs.command.ts';
import { costsClaimed } from './claim-costs.events.ts';
import * as refusals from './claim-costs.refusals.ts';

export const claimCostsUseCase: UseCase = { command: claimCosts, events: [costsClaimed], refusals: Object.values(refusals) };
