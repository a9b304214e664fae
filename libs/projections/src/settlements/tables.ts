import { type Columns, type RowOf, type TableDefinition, caseColumns, detailColumns } from '../engine/table.ts';

/** A line that a run has settled, as it stands now. Amounts in øre; nothing in it tells of a person but the case. */
const lineColumns = {
  ...detailColumns,
  line_id: 'text',
  run_id: 'text',
  /** The month that the run was for. */
  run_month: 'text',
  /** The earning month. */
  month: 'text',
  payee: 'text',
  due_ore: 'bigint',
  settled_before_ore: 'bigint',
  gross_ore: 'bigint',
  /** What was set off of it, by month. */
  set_offs: 'json',
  no_withholding: 'boolean',
  pay_date: 'date',
  status: 'text',
  net_ore: 'bigint?',
  paid_on: 'date?',
} as const satisfies Columns;

export const settlementLines: TableDefinition = {
  name: 'settlement_line',
  key: ['case_id', 'line_id'],
  columns: lineColumns,
  indexes: [['run_id', 'case_id'], ['line_id']],
};

export interface SettlementTables {
  'read.settlements': RowOf<typeof caseColumns>;
  'read.settlement_line': RowOf<typeof lineColumns>;
}
