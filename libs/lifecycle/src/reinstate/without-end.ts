import type { CaseState } from '../kernel/state.ts';

/** The state in which a decision to end the programme was changed on appeal by the event that is being folded: the end counts no more. */
export const withoutEnd = (state: CaseState, decision: number): CaseState => ({
  ...state,
  end: null,
  decisions: state.decisions.map((each) => (each.revision === decision ? { ...each, undoneBy: state.revision } : each)),
});
