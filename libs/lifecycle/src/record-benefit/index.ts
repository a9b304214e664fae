import type { UseCase } from '../kernel/definitions.ts';
import { recordBenefit } from './record-benefit.command.ts';
import { benefitRecorded } from './record-benefit.events.ts';
import * as refusals from './record-benefit.refusals.ts';

export const recordBenefitUseCase: UseCase = {
  command: recordBenefit,
  events: [benefitRecorded],
  refusals: Object.values(refusals),
};
