import type { Pool } from 'pg';
import type { AccessEntry } from './access-log.ts';

/** An entry about a case, as it is told: when, who, in which role and place, what, and how it ended. */
export interface LoggedAccess extends Omit<AccessEntry, 'caseId' | 'personId'> {
  /** An instant in UTC, to the microsecond: the database's clock. */
  readonly at: string;
}

export interface AccessPeriod {
  /** From this instant on. */
  readonly from: Temporal.Instant;
  /** Before this instant. */
  readonly before: Temporal.Instant;
}

export interface AccessLogReader {
  /** Who has read or written about a case, the earliest first; undefined when there are more than `MOST_ENTRIES` in the period. */
  of(caseId: string, period: AccessPeriod): Promise<readonly LoggedAccess[] | undefined>;
}

/** More are asked for by shorter periods: none is left out of an answer without a word. */
export const MOST_ENTRIES = 50_000;

const text = `
  select to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at, actor_id as "actorId", role, municipality, office, action, outcome,
         correlation_id as "correlationId"
  from access.log_entry
  where case_ids @> array[$1::uuid] and case_id = $1::uuid and at >= $2 and at < $3
  order by access.log_entry.at, answer_id limit ${MOST_ENTRIES + 1}`;

export const createAccessLogReader = (pool: Pool): AccessLogReader => ({
  async of(caseId, { from, before }) {
    const { rows } = await pool.query<LoggedAccess>({ name: 'access-of-case', text, values: [caseId, from.toString(), before.toString()] });
    return rows.length > MOST_ENTRIES ? undefined : rows;
  },
});
