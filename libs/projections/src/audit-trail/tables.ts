import { type Columns, type RowOf, type TableDefinition, caseColumns, detailColumns } from '../engine/table.ts';

/** One event, told to people. The sentences, the reasons and the day it counts from (which may be a child's birthday) are sealed. */
const entryColumns = {
  ...detailColumns,
  revision: 'integer',
  type: 'text',
  recorded_at: 'timestamptz',
  actor_id: 'text',
  actor_role: 'text',
  provision: 'text',
} as const satisfies Columns;

export const entries: TableDefinition = {
  name: 'audit_trail_entry',
  key: ['case_id', 'revision'],
  columns: entryColumns,
  indexes: [['recorded_at']],
};

export interface AuditTrailTables {
  'read.audit_trail': RowOf<typeof caseColumns>;
  'read.audit_trail_entry': RowOf<typeof entryColumns>;
}
