import { type PlainDate, isBefore } from '@kvp/calendar';
import type { CaseState } from '../kernel/state.ts';
import { withReturnOn } from '../resume/returns.ts';

/** The state without a pause from a day on: without all of it when it had not begun by then. */
export const withoutPause = (state: CaseState, decidedIn: number, from: PlainDate): CaseState => ({
  ...state,
  pauses: state.pauses.flatMap((pause) => {
    if (pause.decidedIn !== decidedIn) return pause;
    return isBefore(pause.from, from) ? withReturnOn(pause, state.revision, from) : [];
  }),
});
