import { type PlainDate, dayAfter } from '@kvp/calendar';
import { type CaseDecision, type CaseState, type DecisionKind, lastDayByLaw } from '@kvp/lifecycle';

/** A day that no case lives to see. Asked about it, a pause that is open lasts: what is then fixed, no return can move. */
export const NEVER = new Temporal.PlainDate(9999, 12, 31);

/** The last day of a programme that will end by itself, come what may; null while that takes a decision, or a pause still moves it. */
export const certainLastDay = (state: CaseState): PlainDate | null => lastDayByLaw(state, NEVER);

/** The day from which the programme needs nothing more: its end was decided, or it ended by itself the day before. Null while neither is known. */
export function overOn(state: CaseState): PlainDate | null {
  if (state.end !== null) return state.end.decidedOn;
  const last = certainLastDay(state);
  return last === null ? null : dayAfter(last);
}

/** The decision that made the n-th of a list of facts; undefined when the two lists have parted, as after a reversal. */
export function decisionBehind(
  { decisions }: CaseState,
  kinds: readonly DecisionKind[],
  facts: readonly unknown[],
  index: number,
): CaseDecision | undefined {
  const made = decisions.filter(({ kind, undoneBy }) => kinds.includes(kind) && undoneBy === null);
  return made.length === facts.length ? made[index] : undefined;
}
