import type { PlaceRecord, StatisticsRecord } from '@kvp/topics';
import type { Pool } from 'pg';

/** Every case as it was known by a moment: its records by then, and its place as it may be told now. */
export async function* casesKnownAt(
  pool: Pool,
  knownAt: string,
): AsyncGenerator<{ readonly records: readonly StatisticsRecord[]; readonly place: PlaceRecord | null }> {
  for (let after = ''; ;) {
    const { rows } = await pool.query<{ case_id: string; values: StatisticsRecord[]; place: PlaceRecord | null }>(
      `select r.case_id, jsonb_agg(r.value order by r.sequence) as values, p.value as place
       from statistics.record r left join statistics.place p using (case_id)
       where r.case_id > $1 and r.recorded_at <= $2 group by r.case_id, p.value order by r.case_id limit 1000`,
      [after, knownAt],
    );
    for (const row of rows) yield { records: row.values, place: row.place };
    if (rows.length < 1_000) return;
    after = rows.at(-1)?.case_id ?? after;
  }
}
