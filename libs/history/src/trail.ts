import { type CaseState, evolve, initialState } from '@kvp/lifecycle';
import { type AuditEntry, auditEntry } from './entry.ts';
import { NO_ANNOUNCED_RATES, type RatesInLog, moneyReaders } from './rates-in-log.ts';
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
export function steps(recorded: readonly RecordedCaseEvent[], rates: RatesInLog = NO_ANNOUNCED_RATES): readonly Step[] {
  const moneyOn = moneyReaders(rates);
  let before: CaseState = initialState;
  return recorded.map((each) => {
    const after = evolve({ ...before, revision: each.revision - 1 }, each.event);
    const step = { recorded: each, before, after, entry: auditEntry(each, { before, after }, moneyOn(each.metadata.law.ratesRevision)) };
    before = after;
    return step;
  });
}

/**
 * The audit trail of a case: one entry an event, in the order of the log. A function of the events alone, so that a history as
 * known at an earlier moment is the trail of the events recorded by then. Throws UnknownEventType.
 */
export const auditTrail = (recorded: readonly RecordedCaseEvent[], rates: RatesInLog = NO_ANNOUNCED_RATES): readonly AuditEntry[] =>
  steps(recorded, rates).map(({ entry }) => entry);
