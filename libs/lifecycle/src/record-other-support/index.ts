import type { UseCase } from '../kernel/definitions.ts';
import { recordOtherSupport } from './record-other-support.command.ts';
import { otherSupportRecorded } from './record-other-support.events.ts';
import * as refusals from './record-other-support.refusals.ts';

export const recordOtherSupportUseCase: UseCase = {
  command: recordOtherSupport,
  events: [otherSupportRecorded],
  refusals: Object.values(refusals),
};
