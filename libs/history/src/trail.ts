import { type CaseState, evolve, initialState } from '@kvp/lifecycle';
import type { RateRule } from '@kvp/rulebook';
import { type AuditEntry, auditEntry } from './entry.ts';
import { moneyReader } from './money.ts';
import type { RecordedCaseEvent } from './recorded.ts';

/** An event between the states before and after it, and what it says to people. */
export interface Step {
  readonly recorded: RecordedCaseEvent;
  readonly before: CaseState;
  readonly after: CaseState;
  readonly entry: AuditEntry;
}

/**
 * Walks the events of a case in the order of the log. An event is folded at its own revision, whatever was left out before it.
 * Throws UnknownEventType.
 */
export function steps(recorded: readonly RecordedCaseEvent[], announced: readonly RateRule[] = []): readonly Step[] {
  const money = moneyReader(announced);
  let before: CaseState = initialState;
  return recorded.map((each) => {
    const after = evolve({ ...before, revision: each.revision - 1 }, each.event);
    const step = { recorded: each, before, after, entry: auditEntry(each, { before, after }, money) };
    before = after;
    return step;
  });
}

/**
 * The audit trail of a case: one entry an event, in the order of the log. A function of the events alone, so that a history as
 * known at an earlier moment is the trail of the events recorded by then. Throws UnknownEventType.
 */
export const auditTrail = (recorded: readonly RecordedCaseEvent[], announced: readonly RateRule[] = []): readonly AuditEntry[] =>
  steps(recorded, announced).map(({ entry }) => entry);
