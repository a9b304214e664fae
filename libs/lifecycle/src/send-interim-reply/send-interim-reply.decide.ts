import { type PlainDate, date, isAfter, isBefore, isSame, iso, monthsAfter } from '@kvp/calendar';
import type { Context, Decision } from '../kernel/command.ts';
import { dateOr } from '../kernel/fields.ts';
import { awaitsDecision, dated, decideWhen, isBlank } from '../kernel/guards.ts';
import { refusalsOf, refuse } from '../kernel/refusal.ts';
import type { CaseState } from '../kernel/state.ts';
import type { SendInterimReply } from './send-interim-reply.command.ts';
import type { InterimReplySent } from './send-interim-reply.events.ts';
import * as refusals from './send-interim-reply.refusals.ts';

/** Records that a reply was sent. One that comes late is recorded as late: that it came at all is better than nothing. FVL § 11 a. */
export function decideSendInterimReply(state: CaseState, command: SendInterimReply, { today, law }: Context): Decision {
  const { reason, expectedBy } = command;
  const sentOn = dateOr(command.sentOn, today);
  return decideWhen(
    awaitsDecision(state),
    () =>
      refusalsOf(
        dated(state, sentOn, today),
        isBlank(reason) && refuse(refusals.replyReasonRequired, []),
        expectedBy !== undefined && isBefore(date(expectedBy), sentOn) && refuse(refusals.expectedBeforeSent, [sentOn]),
      ),
    () =>
      state.application === null || isKnown(state, command, sentOn)
        ? []
        : [sent(command, sentOn, monthsAfter(state.application.receivedOn, law.caseHandling.interimReplyMonths.value))],
  );
}

const isKnown = ({ handling }: CaseState, { reason, expectedBy }: SendInterimReply, sentOn: PlainDate): boolean =>
  handling.interimReplies.some(
    (reply) => isSame(reply.sentOn, sentOn) && reply.expectedBy?.toString() === expectedBy && reply.reason === reason,
  );

const sent = ({ reason, expectedBy }: SendInterimReply, sentOn: PlainDate, dueBy: PlainDate): InterimReplySent => ({
  type: 'InterimReplySent',
  version: 1,
  data: {
    sentOn: iso(sentOn),
    ...(expectedBy === undefined ? {} : { expectedBy }),
    dueBy: iso(dueBy),
    late: isAfter(sentOn, dueBy),
  },
  personal: { reason },
});
