import type { UseCase } from '../kernel/definitions.ts';
import { recordProtection } from './record-protection.command.ts';
import { protectionRecorded } from './record-protection.events.ts';

export const recordProtectionUseCase: UseCase = { command: recordProtection, events: [protectionRecorded], refusals: [] };
