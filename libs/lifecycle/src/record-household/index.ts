import type { UseCase } from '../kernel/definitions.ts';
import { recordHousehold } from './record-household.command.ts';
import { householdRecorded } from './record-household.events.ts';
import * as refusals from './record-household.refusals.ts';

export const recordHouseholdUseCase: UseCase = {
  command: recordHousehold,
  events: [householdRecorded],
  refusals: Object.values(refusals),
};
