import { type PaymentsState, type SettledLine, initialPayments } from '@kvp/payments';
import type { Kysely } from 'kysely';
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
        .selectFrom('read.settlements as of_case')
        .innerJoin('read.settlement_line as line', 'line.case_id', 'of_case.case_id')
        .select(['of_case.case_id', 'line.line_id', 'of_case.state'])
        .where('line.run_id', '=', runId)
        .orderBy('of_case.case_id')
        .orderBy('line.month')
        .orderBy('line.payee', 'desc')
        .execute();
      return rows.flatMap(({ case_id: caseId, line_id, state }) => {
        const line = settlements.fold.fromJson(state as never).lines.find(({ id }) => id === line_id);
        return line === undefined ? [] : { caseId, ...line };
      });
    },
  };
}
