import { type PlainDate, dayAfter } from '@kvp/calendar';
import { type CaseState, endsByItselfOn } from '@kvp/lifecycle';

/** The day from which the programme needs nothing more: its end was decided, or it ended by itself the day before. Null while neither is known. */
export function overOn(state: CaseState): PlainDate | null {
  const last = endsByItselfOn(state);
  return last === null ? (state.end?.decidedOn ?? null) : dayAfter(last);
}
