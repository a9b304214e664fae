import type { Rates } from '@kvp/deciding';
import type { KeyRing } from '@kvp/people';
import { sql } from 'kysely';
import type { Side } from '../compare.ts';
import type { AnyProjection } from './projection.ts';
import { renewDetails } from './renew.ts';
import { inSchema, versioned } from './table.ts';

/** Cases looked at together. */
const PAGE = 500;

interface Named {
  readonly case_id: string;
  readonly rates: string;
}

/**
 * Brings the rows of a rebuilt version to the rates that the live rows name, case for case, so that the two can be compared: a row says on
 * which rates it was made, and must be what the log makes of it on those. What another release wrote cannot be made again, and differs.
 */
export async function alignRates(
  { rates, keys }: { readonly rates: Rates; readonly keys: KeyRing },
  projection: AnyProjection,
  live: Side,
  rebuilt: Side,
): Promise<void> {
  const { details, name } = projection;
  if (details?.write !== 'replace' || details.ratesColumn === undefined) return;
  const column = sql.id(details.ratesColumn);
  const namedIn = async ({ db, version }: Side, condition: ReturnType<typeof sql>): Promise<Named[]> => {
    const { rows } = await sql<Named>`
      select case_id, min(${column}) as rates from ${inSchema(versioned(details.table.name, version))}
      where ${condition} group by case_id order by case_id limit ${PAGE}`.execute(db);
    return rows;
  };
  let after = '';
  for (;;) {
    const page = await namedIn(live, sql`case_id > ${after}`);
    if (page.length === 0) return;
    after = page.at(-1)?.case_id ?? after;
    const ours = await namedIn(rebuilt, sql`case_id = any(${page.map(({ case_id }) => case_id)})`);
    const made = new Map(ours.map((row) => [row.case_id, row.rates]));
    const apart = page.filter((row) => made.has(row.case_id) && made.get(row.case_id) !== row.rates);
    const book = await rates.book(...new Set(apart.map((row) => row.rates)));
    for (const [revision, cases] of Map.groupBy(apart, (row) => row.rates)) {
      const known = book.reaches(revision) ? book.asOf(revision) : undefined;
      if (known?.revision !== revision) continue;
      const caseIds = cases.map(({ case_id }) => case_id);
      await renewDetails(rebuilt.db, projection, { name, version: rebuilt.version, live: false }, { caseIds, rates: known, keys });
    }
  }
}
