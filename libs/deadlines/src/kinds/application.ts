import { type PlainDate, dayAfter, earliest, isAfter, monthsAfter } from '@kvp/calendar';
import { type CaseState, lastStartDay } from '@kvp/lifecycle';
import { type Deadlines, type LawAt, deadline } from '../deadline.ts';

const first = (...days: readonly (PlainDate | null | undefined)[]): PlainDate | null => {
  const [one, ...rest] = days.flatMap((day) => day ?? []);
  return one === undefined ? null : earliest(one, ...rest);
};

/** An interim reply within a month of receipt, unless the case is decided by then. FVL § 11 a. */
export const interimReply: Deadlines = ({ application, grant, rejection, handling }, lawAt) => {
  if (application === null) return [];
  const { value, provision } = lawAt(application.receivedOn).caseHandling.interimReplyMonths;
  const replied = handling.interimReplies.map(({ sentOn }) => sentOn);
  return [
    deadline({
      kind: 'interim-reply',
      due: monthsAfter(application.receivedOn, value),
      provision,
      settledBy: 'sendInterimReply',
      settledOn: first(grant?.decidedOn, rejection?.decidedOn, handling.withdrawnOn, ...replied),
      breach: true,
    }),
  ];
};

/** The programme begins within six months of the application, or more while the Covid-19 regulation was in force. STL § 31. */
export const start: Deadlines = (state, lawAt) => {
  const { application, rejection, handling } = state;
  if (application === null) return [];
  const due = lastDayInTime(application.receivedOn, lawAt);
  return [
    deadline({
      kind: 'start',
      due,
      provision: lawAt(due).start.deadline.provision,
      settledBy: 'start',
      settledOn: first(startedOn(state), rejection?.decidedOn, handling.withdrawnOn),
      breach: true,
    }),
  ];
};

const startedOn = ({ start: begun }: CaseState): PlainDate | undefined => begun?.on;

/** The last day of which the law of that very day says that a start is in time, as `start` decides it. */
function lastDayInTime(receivedOn: PlainDate, lawAt: LawAt): PlainDate {
  let last = monthsAfter(receivedOn, lawAt(receivedOn).start.deadline.value.months);
  for (let next = dayAfter(last); !isAfter(next, lastStartDay(receivedOn, lawAt(next))); next = dayAfter(next)) last = next;
  return last;
}
