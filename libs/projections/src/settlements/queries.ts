import type { IsoDate } from '@kvp/calendar';
import { type Ore, ore } from '@kvp/money';
import { type LineStatus, type PaymentsState, type SettledLine, initialPayments } from '@kvp/payments';
import type { Month, Payee } from '@kvp/stipend';
import { type Kysely, sql } from 'kysely';
import { settlements } from './project.ts';
import type { SettlementTables } from './tables.ts';

/** A line of a run, and the case that it is of. */
export interface SentLine extends SettledLine {
  readonly caseId: string;
}

export function settlementQueries(db: Kysely<SettlementTables>) {
  return {
    /** What is settled in a case; nothing when no run has settled anything. Whether the caller may see the case is asked elsewhere. */
    async paymentsOf(caseId: string): Promise<PaymentsState> {
      const row = await db.selectFrom('read.settlements').select('state').where('case_id', '=', caseId).executeTakeFirst();
      return row?.state == null ? initialPayments : settlements.fold.fromJson(row.state as never);
    },

    /** Every line of a run, by case; of a case by month, and of a month the participant first. */
    async linesOfRun(runId: string): Promise<readonly SentLine[]> {
      const rows = await db
        .selectFrom('read.settlement_line')
        .selectAll()
        .select([sql<IsoDate>`pay_date::text`.as('pays'), sql<IsoDate | null>`paid_on::text`.as('paid')])
        .where('run_id', '=', runId)
        .orderBy('case_id')
        .orderBy('month')
        .orderBy('payee', 'desc')
        .execute();
      return rows.map(lineOf);
    },
  };
}

type LineRow = SettlementTables['read.settlement_line'] & { readonly pays: IsoDate; readonly paid: IsoDate | null };

/** PostgreSQL tells large numbers as text. */
const amount = (value: number | string): Ore => ore(BigInt(value));

const lineOf = (row: LineRow): SentLine => ({
  ...{ caseId: row.case_id, id: row.line_id, runId: row.run_id, runMonth: row.run_month as Month, month: row.month as Month },
  ...{ payee: row.payee as Payee, due: amount(row.due_ore), settledBefore: amount(row.settled_before_ore), gross: amount(row.gross_ore) },
  ...{ setOffs: row.set_offs as unknown as SentLine['setOffs'], noWithholding: row.no_withholding, payDate: row.pays },
  ...{ status: row.status as LineStatus, net: row.net_ore === null ? null : amount(row.net_ore), paidOn: row.paid },
});
