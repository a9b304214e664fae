import { type PlainDate, iso } from '@kvp/calendar';
import { sql } from 'kysely';
import type { Pool } from 'pg';
import { onPool } from '../engine/database.ts';
import type { ParticipantStatusTables } from './tables.ts';

/** A case in which the clock has something to write, and where it is handled. */
export interface CaseToRecord {
  readonly caseId: string;
  readonly personId: string;
  readonly municipality: string;
  readonly office: string;
}

const PAGE = 1_000;

const due = (pool: Pool, on: PlainDate) =>
  onPool<ParticipantStatusTables>(pool)
    .selectFrom('read.participant_status')
    .where(sql<boolean>`records_on <= ${iso(on)}::date`);

/** How many cases the clock has something to write into on a day, as far as the read model knows. */
export async function countToRecord(pool: Pool, on: PlainDate): Promise<number> {
  const { count } = await due(pool, on)
    .select(sql<string>`count(*)`.as('count'))
    .executeTakeFirstOrThrow();
  return Number(count);
}

/**
 * Those cases, a page at a time, the longest due first. For the clock alone: it sees every municipality. Rows that leave or come while it
 * goes on disturb nothing, for each page begins after the last case of the one before.
 */
export async function* casesToRecord(pool: Pool, on: PlainDate, pageSize = PAGE): AsyncGenerator<readonly CaseToRecord[]> {
  let after: { readonly day: string; readonly caseId: string } | undefined;
  for (;;) {
    let query = due(pool, on).select(['case_id', 'person_id', 'municipality', 'office', sql<string>`records_on::text`.as('day')]);
    if (after !== undefined) query = query.where(sql<boolean>`(records_on, case_id) > (${after.day}::date, ${after.caseId})`);
    const rows = await query.orderBy('records_on').orderBy('case_id').limit(pageSize).execute();
    const last = rows.at(-1);
    if (last === undefined) return;
    // Only what is owned has a day on it; the columns are empty until it is known whose case it is.
    yield rows.map(({ case_id: caseId, person_id: personId, municipality, office }) => ({
      caseId,
      personId: personId ?? '',
      municipality: municipality ?? '',
      office: office ?? '',
    }));
    after = { day: last.day, caseId: last.case_id };
  }
}
