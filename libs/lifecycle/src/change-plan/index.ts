import type { UseCase } from '../kernel/definitions.ts';
import { changePlan } from './change-plan.command.ts';
import { planChanged } from './change-plan.events.ts';
import * as refusals from './change-plan.refusals.ts';

export const changePlanUseCase: UseCase = {
  command: changePlan,
  events: [planChanged],
  refusals: Object.values(refusals),
};
