import { type PlainDate, contains, dayAfter, isAfter, isBefore } from '@kvp/calendar';
import type { CaseState } from '../kernel/state.ts';
import { decidedUntil, lastDayByLaw } from './duration.ts';
import { isDecisionMissing } from './phase.ts';

/** A day that no case lives to see. Asked about it, an open pause lasts: what is fixed then, no return can move. */
export const NEVER = new Temporal.PlainDate(9999, 12, 31);

/**
 * The last day of a programme that ends by itself, whatever day it is asked; null while that takes a decision, or while an open pause
 * moves the maximum a day with every day. A decided end that comes no later stands in its place. Decided points 5 and 39.
 */
export function endsByItselfOn(state: CaseState): PlainDate | null {
  const last = lastDayByLaw(state, NEVER);
  if (last === null) return null;
  return state.end === null || isBefore(last, state.end.lastDay) ? last : null;
}

/**
 * The last day of the last decision period, when the programme goes on after it and nobody has decided by then what comes: unless
 * somebody does in time, a decision is missing from the day after. Null when one was made, or none is needed. KVPF § 2; decided point 5.
 */
export function undecidedAfter(state: CaseState): PlainDate | null {
  const to = decidedUntil(state);
  if (to === null || !isDecisionMissing(state, nextInside(state, dayAfter(to)))) return null;
  return state.end === null || isAfter(state.end.decidedOn, to) ? to : null;
}

/** The day itself, or the first one after the days outside the programme that it lies among. */
function nextInside({ outside }: CaseState, day: PlainDate): PlainDate {
  const between = outside.find((days) => contains(days, day));
  return between === undefined ? day : dayAfter(between.to);
}
