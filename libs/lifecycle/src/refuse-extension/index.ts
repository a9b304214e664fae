import type { UseCase } from '../kernel/definitions.ts';
import { refuseExtension } from './refuse-extension.command.ts';
import { extensionRefused } from './refuse-extension.events.ts';
import * as refusals from './refuse-extension.refusals.ts';

export const refuseExtensionUseCase: UseCase = {
  command: refuseExtension,
  events: [extensionRefused],
  refusals: Object.values(refusals),
};
