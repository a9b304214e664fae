import type { UseCase } from '../kernel/definitions.ts';
import { attachDocument } from './attach-document.command.ts';
import { documentAttached } from './attach-document.events.ts';
import * as refusals from './attach-document.refusals.ts';

export const attachDocumentUseCase: UseCase = { command: attachDocument, events: [documentAttached], refusals: Object.values(refusals) };
