import { sql } from 'kysely';
import type { Pool } from 'pg';
import { onPool } from '../engine/database.ts';
import type { ParticipantStatusTables } from './tables.ts';

/**
 * Which cases there are, by the municipality that each was opened in. For reports: they read what a case holds from the log, and see every
 * municipality of their area. A case that its key is gone from stands here all the same.
 */
export function casesByMunicipality(pool: Pool) {
  const cases = () => onPool<ParticipantStatusTables>(pool).selectFrom('read.participant_status');
  const among = (municipalities: readonly string[]) => sql<boolean>`municipality = any(${municipalities})`;
  return {
    async municipalities(): Promise<readonly string[]> {
      const rows = await cases().select('municipality').distinct().where('municipality', 'is not', null).execute();
      return rows.map(({ municipality }) => municipality ?? '').sort();
    },

    async count(municipalities: readonly string[]): Promise<number> {
      const { count } = await cases()
        .select(sql<string>`count(*)`.as('count'))
        .where(among(municipalities))
        .executeTakeFirstOrThrow();
      return Number(count);
    },

    /** Ids of cases after one, ascending, at most so many. */
    async page(municipalities: readonly string[], after: string | undefined, limit: number): Promise<readonly string[]> {
      const rows = await cases()
        .select('case_id')
        .where(among(municipalities))
        .where('case_id', '>', after ?? '')
        .orderBy('case_id')
        .limit(limit)
        .execute();
      return rows.map(({ case_id }) => case_id);
    },
  };
}
