import { dayAfter, dayBefore, earliest, latest, monthsAfter } from '@kvp/calendar';
import { type Deadlines, deadline } from '../deadline.ts';
import { overOn } from '../over.ts';

/** A planned end that passes without a return is a task: the pause lasts until someone says that it does not. Decided point 6. */
export const leaveEnd: Deadlines = (state) =>
  state.pauses.flatMap(({ plannedTo, resumedOn, provision, decidedIn }) =>
    plannedTo === null
      ? []
      : deadline({
          kind: 'leave-end',
          due: dayAfter(plannedTo),
          provision,
          settledBy: 'resume',
          settledOn: resumedOn ?? overOn(state),
          about: decidedIn,
        }),
  );

/**
 * A request is answered within the month of an interim reply, and before the leave would begin. FVL § 11 a; that the answer must come in
 * time for the leave is our reading.
 */
export const leaveRequest: Deadlines = (state, lawAt) =>
  state.absences.leaveRequests.map(({ recordedIn, receivedOn, from, settledBy }) => {
    const { value, provision } = lawAt(receivedOn).caseHandling.interimReplyMonths;
    const answer = state.decisions.find(({ revision }) => revision === settledBy);
    return deadline({
      kind: 'leave-request',
      due: latest(receivedOn, earliest(monthsAfter(receivedOn, value), dayBefore(from))),
      provision,
      settledBy: 'pause',
      settledOn: answer?.decidedOn ?? (settledBy === null ? overOn(state) : receivedOn),
      about: recordedIn,
    });
  });
