import { type PlainDate, earliest, isBefore } from '@kvp/calendar';
import { type Ordered, orderedOf } from '../appeal/orders.ts';
import type { CaseState } from '../kernel/state.ts';
import { refusesExtension } from '../kernel/state/decisions.ts';
import { withoutEnd } from '../reinstate/without-end.ts';
import { decidedUntil } from '../timeline/duration.ts';

/** What was refused while the programme lasted, or ended it, is to be granted on appeal. Decided point 19. */
export function refusalOrdered(state: CaseState): Ordered | undefined {
  const ordered = orderedOf(state, 'extend');
  if (ordered === undefined || ordered.order.kind === 'termination') return ordered;
  const appealed = state.decisions.find(({ revision }) => revision === ordered.order.decision);
  return appealed !== undefined && refusesExtension(appealed) ? ordered : undefined;
}

/**
 * Revision of the decision to end the programme that an extension on appeal undoes: the end was the refusal itself, or followed from it, on the last
 * decided day or after it. Undefined where there is none.
 */
export function endUndone(state: CaseState): number | undefined {
  const order = refusalOrdered(state)?.order;
  if (order === undefined || order.kind === 'termination') return order?.decision;
  const until = decidedUntil(state);
  if (state.end === null || until === null || isBefore(state.end.lastDay, until)) return undefined;
  return state.decisions.findLast(({ kind, undoneBy }) => kind === 'termination' && undoneBy === null)?.revision;
}

/** The case as it stands for the extension. */
export function withoutRefusedEnd(state: CaseState): CaseState {
  const undone = endUndone(state);
  return undone === undefined ? state : withoutEnd(state, undone);
}

/** It is asked as of the last decided day, also when the programme has ended by itself since. */
export function dayAskedOf(state: CaseState, on: PlainDate): PlainDate {
  const until = decidedUntil(state);
  return until === null || refusalOrdered(state) === undefined ? on : earliest(on, until);
}
