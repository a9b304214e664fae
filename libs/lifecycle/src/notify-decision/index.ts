import type { UseCase } from '../kernel/definitions.ts';
import { notifyDecision } from './notify-decision.command.ts';
import { decisionNotified } from './notify-decision.events.ts';
import * as refusals from './notify-decision.refusals.ts';

export const notifyDecisionUseCase: UseCase = {
  command: notifyDecision,
  events: [decisionNotified],
  refusals: Object.values(refusals),
};
