import { type Columns, type RowOf, type TableDefinition, caseColumns, detailColumns } from '../engine/table.ts';

/** A line of the schedule. Days and sums stand in the clear; children and age, which the parts would show, are sealed. */
const monthColumns = {
  ...detailColumns,
  /** `2026-06` */
  month: 'text',
  payee: 'text',
  stipend_days: 'integer',
  amount_ore: 'bigint',
  no_withholding: 'boolean',
  model: 'text',
  model_version: 'integer',
  /** Names the rates that the line was computed on. */
  rates_revision: 'text',
  /** Revision of the municipality's policy that the last decision on the stipend was made under; null when there was none. */
  policy_revision: 'integer?',
} as const satisfies Columns;

export const months: TableDefinition = {
  name: 'payment_schedule_month',
  key: ['case_id', 'month', 'payee'],
  columns: monthColumns,
  indexes: [['rates_revision', 'case_id']],
};

export interface PaymentScheduleTables {
  'read.payment_schedule': RowOf<typeof caseColumns>;
  'read.payment_schedule_month': RowOf<typeof monthColumns>;
}
