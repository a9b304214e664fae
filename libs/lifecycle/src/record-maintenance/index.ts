import type { UseCase } from '../kernel/definitions.ts';
import { recordMaintenance } from './record-maintenance.command.ts';
import { maintenanceRecorded } from './record-maintenance.events.ts';

export const recordMaintenanceUseCase: UseCase = {
  command: recordMaintenance,
  events: [maintenanceRecorded],
  refusals: [],
};
