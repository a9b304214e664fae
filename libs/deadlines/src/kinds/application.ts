import { type PlainDate, dayAfter, earliest, isAfter, isBefore, isSame, monthsAfter } from '@kvp/calendar';
import { type CaseDecision, type CaseState, type DecisionKind, countsFrom, lastStartDay } from '@kvp/lifecycle';
import { type Deadline, type Deadlines, type LawAt, deadline } from '../deadline.ts';

const first = (...days: readonly (PlainDate | null | undefined)[]): PlainDate | null => {
  const [one, ...rest] = days.flatMap((day) => day ?? []);
  return one === undefined ? null : earliest(one, ...rest);
};

/**
 * An interim reply within a month of receipt, unless the case is decided by then; and once more when the rejection was set aside and the
 * case came back. FVL § 11 a; decided point 19.
 */
export const interimReply: Deadlines = (state, lawAt) => {
  const { application, decisions, handling } = state;
  const from = countsFrom(state);
  if (application === null || from === null) return [];
  const answers = decisions.filter(answersApplication).map(({ decidedOn }) => decidedOn);
  const replied = handling.interimReplies.map(({ sentOn }) => sentOn);
  const within = (day: PlainDate): Deadline => {
    const { value, provision } = lawAt(day).caseHandling.interimReplyMonths;
    const since = [...answers, ...replied].filter((each) => !isBefore(each, day));
    const settledOn = first(handling.withdrawnOn, ...since);
    return deadline({
      kind: 'interim-reply',
      due: monthsAfter(day, value),
      provision,
      settledBy: 'sendInterimReply',
      settledOn,
      breach: true,
    });
  };
  return isSame(from, application.receivedOn) ? [within(from)] : [within(application.receivedOn), within(from)];
};

const ANSWERS: readonly DecisionKind[] = ['grant', 'rejection'];

const answersApplication = ({ kind }: CaseDecision): boolean => ANSWERS.includes(kind);

/** The programme begins within six months of the application, or more while the Covid-19 regulation was in force. STL § 31. */
export const start: Deadlines = (state, lawAt) => {
  const { rejection, handling } = state;
  const from = countsFrom(state);
  if (from === null) return [];
  const due = lastDayInTime(from, lawAt);
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
