import { type CaseState, evolve, initialState } from '@kvp/lifecycle';
import type { RateRule } from '@kvp/rulebook';
import { type AuditEntry, auditEntry } from './entry.ts';
import type { RecordedCaseEvent } from './recorded.ts';

/**
 * The audit trail of a case: one entry an event, in the order of the log. A function of the events alone, so that a history as
 * known at an earlier moment is the trail of the events recorded by then. Throws UnknownEventType.
 */
export function auditTrail(recorded: readonly RecordedCaseEvent[], announced: readonly RateRule[] = []): readonly AuditEntry[] {
  let before: CaseState = initialState;
  return recorded.map((each) => {
    const after = evolve(before, each.event);
    const entry = auditEntry(each, { before, after }, announced);
    before = after;
    return entry;
  });
}
