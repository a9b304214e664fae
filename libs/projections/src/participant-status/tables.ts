import { type Columns, type RowOf, type caseColumns } from '../engine/table.ts';

/** What lists are filtered and sorted by, beside the columns of every case row. Dates and codes; nothing personal. */
export const columns = {
  received_on: 'date?',
  /** The last day that a decision covers. */
  decided_until: 'date?',
  /** Opaque id of the caseworker who has the case. */
  caseworker: 'text?',
  /** The phases that the case goes through, in order … */
  phases: 'text[]',
  /** … and the day that each but the first begins. With a date in hand, the phase on it is a matter of counting. */
  phase_changes: 'date[]',
  /** The first day on which the clock has something to write into the case, unless something happens before: see `kvp tick`. */
  records_on: 'date?',
} as const satisfies Columns;

export const indexes = [
  ['municipality', 'received_on', 'case_id'],
  ['municipality', 'caseworker', 'received_on', 'case_id'],
  ['municipality', 'decided_until'],
  ['person_id'],
  ['records_on', 'case_id'],
];

export interface ParticipantStatusTables {
  'read.participant_status': RowOf<typeof caseColumns & typeof columns>;
}
