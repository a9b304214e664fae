import type { CaseState } from '../kernel/state.ts';

/** The state without the decision period of a grant or extension. A lapse that it came after stays: the breach has happened. */
export const withoutPeriod = (state: CaseState, decidedIn: number): CaseState => ({
  ...state,
  decisionPeriods: state.decisionPeriods.filter((period) => period.decidedIn !== decidedIn),
});
