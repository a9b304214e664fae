import type { UseCase } from '../kernel/definitions.ts';
import { sendInterimReply } from './send-interim-reply.command.ts';
import { interimReplySent } from './send-interim-reply.events.ts';
import * as refusals from './send-interim-reply.refusals.ts';

export const sendInterimReplyUseCase: UseCase = {
  command: sendInterimReply,
  events: [interimReplySent],
  refusals: Object.values(refusals),
};
