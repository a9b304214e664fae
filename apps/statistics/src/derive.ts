import { date } from '@kvp/calendar';
import { type CaseState, initialState, phase } from '@kvp/lifecycle';
import type { StatisticsRecord } from '@kvp/topics';
import { RecordUnfoldable } from './record-refused.ts';
import { withRecord } from './to-state.ts';

/** A change of state as it is told to those who count. Never changed: what is seen otherwise later is a further row. */
export interface StateChange {
  readonly case: string;
  readonly sequence: number;
  readonly person: string;
  readonly birthYear: number | null;
  readonly type: string;
  /** Where the case stands on the functional day, as known then. */
  readonly status: string;
  /** Ground, reason or kind, where the event has one. */
  readonly result: string | null;
  /** When it counts from (funksjonell tid). */
  readonly functionalOn: string;
  /** When the log learned it. */
  readonly recordedAt: string;
  /** Version of the event's schema. */
  readonly schemaVersion: number;
}

const RESULTS = ['reason', 'ground', 'kind', 'legalForm', 'outcome'] as const;

/** The change of state that the last record of a case makes, the case folded with it. */
export function changeOf(record: StatisticsRecord, state: CaseState): StateChange {
  const told = record.data as Readonly<Record<string, unknown>>;
  const result = RESULTS.map((name) => told[name]).find((value) => typeof value === 'string');
  return {
    ...{ case: record.case, sequence: record.sequence, person: record.person, birthYear: record.birthYear, type: record.type },
    status: phase(state, date(record.functionalOn)) ?? 'unknown',
    result: result ?? null,
    ...{ functionalOn: record.functionalOn, recordedAt: record.recordedAt, schemaVersion: record.version },
  };
}

/**
 * The changes of state that records of one case make, in order, on what was folded before them; and the case after them. Pure: a release that
 * derives otherwise is found by comparing. Throws RecordUnfoldable.
 */
export function deriveChanges(
  records: readonly StatisticsRecord[],
  from: CaseState = initialState,
): { readonly changes: readonly StateChange[]; readonly state: CaseState } {
  let state = from;
  const changes = records.map((record) => {
    try {
      state = withRecord(state, record, null);
      return changeOf(record, state);
    } catch (error) {
      throw new RecordUnfoldable(record, error);
    }
  });
  return { changes, state };
}

const COMPARED = ['person', 'birthYear', 'type', 'status', 'result', 'functionalOn', 'schemaVersion'] as const;

/** The rows that have to be added: of changes that are new, or that are seen otherwise than in the last row of theirs. */
export function differences(derived: readonly StateChange[], last: ReadonlyMap<number, StateChange>): readonly StateChange[] {
  return derived.filter((change) => {
    const before = last.get(change.sequence);
    return before === undefined || COMPARED.some((field) => before[field] !== change[field]);
  });
}
