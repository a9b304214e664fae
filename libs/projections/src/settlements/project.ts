import type { JsonObject } from '@kvp/event-store';
import { type PaymentsState, type SettledLine, evolvePayments, initialPayments } from '@kvp/payments';
import type { DetailRow, Projection } from '../engine/projection.ts';
import { settlementLines } from './tables.ts';

/** What is settled in a case, line by line. Whose case it is, the read models of the cases know. */
export const settlements: Projection<PaymentsState> = {
  name: 'settlements',
  streams: 'payments-',
  shape: 2,
  fold: {
    initial: initialPayments,
    evolve: (state, { event }) => evolvePayments(state, event),
    ownerOf: () => null,
    toJson: (state) => state as unknown as JsonObject,
    fromJson: (json) => json as unknown as PaymentsState,
  },
  columns: {},
  indexes: [],
  rowOf: () => ({}),
  details: {
    write: 'replace',
    table: settlementLines,
    changed: (before, after) => before !== after,
    rowsOf: ({ lines }) => lines.map(lineRow),
  },
};

const lineRow = (line: SettledLine): DetailRow => ({
  row: {
    line_id: line.id,
    run_id: line.runId,
    run_month: line.runMonth,
    month: line.month,
    payee: line.payee,
    due_ore: line.due,
    settled_before_ore: line.settledBefore,
    gross_ore: line.gross,
    set_offs: line.setOffs,
    no_withholding: line.noWithholding,
    pay_date: line.payDate,
    status: line.status,
    net_ore: line.net,
    paid_on: line.paidOn,
  },
  personal: null,
});
