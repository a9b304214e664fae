import type { CaseState } from '../kernel/state.ts';
import type { Absences, LeaveRequest } from '../kernel/state/absences.ts';

/** Requests for leave that nobody has answered, in order. */
export const waiting = ({ leaveRequests }: Absences): readonly LeaveRequest[] =>
  leaveRequests.filter(({ settledBy }) => settledBy === null);

/** The state with a request settled by the event that is being folded. */
export const settled = (state: CaseState, request: number): CaseState =>
  withRequests(state, (each) => (each.recordedIn === request ? { ...each, settledBy: state.revision } : each));

/** The state with whatever a decision settled waiting again. */
export const unsettled = (state: CaseState, decidedIn: number): CaseState =>
  withRequests(state, (each) => (each.settledBy === decidedIn ? { ...each, settledBy: null } : each));

const withRequests = (state: CaseState, change: (request: LeaveRequest) => LeaveRequest): CaseState => ({
  ...state,
  absences: { ...state.absences, leaveRequests: state.absences.leaveRequests.map(change) },
});
