import type { UseCase } from '../kernel/definitions.ts';
import { issueLetter } from './issue-letter.command.ts';
import { letterIssued } from './issue-letter.events.ts';
import * as refusals from './issue-letter.refusals.ts';

export const issueLetterUseCase: UseCase = { command: issueLetter, events: [letterIssued], refusals: Object.values(refusals) };
