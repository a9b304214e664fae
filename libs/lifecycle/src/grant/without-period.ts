import type { CaseState } from '../kernel/state.ts';

/** The state without the decision period of a grant or extension, and the plan that came with it. A lapse that it came after stays: the breach has happened. */
export const withoutPeriod = (state: CaseState, decidedIn: number): CaseState => ({
  ...state,
  handling: { ...state.handling, plans: state.handling.plans.filter(({ recordedIn }) => recordedIn !== decidedIn) },
  decisionPeriods: state.decisionPeriods.filter((period) => period.decidedIn !== decidedIn),
});
