import type { UseCase } from '../kernel/definitions.ts';
import { transferOffice } from './transfer-office.command.ts';
import { officeTransferred } from './transfer-office.events.ts';
import * as refusals from './transfer-office.refusals.ts';

export const transferOfficeUseCase: UseCase = {
  command: transferOffice,
  events: [officeTransferred],
  refusals: Object.values(refusals),
};
