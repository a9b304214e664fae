import type { Rates } from '@kvp/deciding';
import type { KeyRing } from '@kvp/people';
import { type Kysely, sql } from 'kysely';
import type { Pool } from 'pg';
import { auditTrailQueries } from './audit-trail/queries.ts';
import type { AuditTrailTables } from './audit-trail/tables.ts';
import { projections } from './catalogue.ts';
import { type ReadDatabase, onPool } from './engine/database.ts';
import { tableName } from './engine/projection.ts';
import { inSchema } from './engine/table.ts';
import { participantStatusQueries } from './participant-status/queries.ts';
import type { ParticipantStatusTables } from './participant-status/tables.ts';
import { paymentScheduleQueries } from './payment-schedule/queries.ts';
import { Arrivals } from './reading/arrivals.ts';
import { settlementQueries } from './settlements/queries.ts';
import type { SettlementTables } from './settlements/tables.ts';
import { worklistQueries } from './worklist/queries.ts';

/** What may be asked about cases. Every question carries the reader's scope; a case outside it is answered as if there were none. */
export type CaseQueries = ReturnType<typeof createCaseQueries>;

/** The read models, for readers. Their tables are made by the projector; personal columns are opened here, key by key. */
export function createCaseQueries({ pool, keys, rates }: { readonly pool: Pool; readonly keys: KeyRing; readonly rates: Rates }) {
  const db = onPool(pool);
  const arrivals = new Arrivals(pool, (caseIds) => revisionsOf(db, caseIds));
  return {
    ...participantStatusQueries(onPool<ParticipantStatusTables>(pool), keys),
    ...paymentScheduleQueries(pool, keys, rates),
    ...auditTrailQueries(onPool<AuditTrailTables>(pool), keys),
    ...worklistQueries(pool),
    ...settlementQueries(onPool<SettlementTables>(pool)),
    /** Waits until every view of the case holds the revision. False when the time (ms) was up before. */
    waitUntil: (caseId: string, revision: number, timeoutMs: number): Promise<boolean> => arrivals.wait(caseId, revision, timeoutMs),
    /** Gives up the connection that waiting readers share. The pool is the caller's. */
    close: (): void => arrivals.close(),
  };
}

/** The revision that all views of a case have reached. */
async function revisionsOf(db: Kysely<ReadDatabase>, caseIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const ofCases = projections.filter(({ streams }) => streams === undefined);
  const views = ofCases.map(
    (projection) => sql`select case_id, revision from ${inSchema(tableName(projection))} where case_id = any(${caseIds})`,
  );
  const { rows } = await sql<{ case_id: string; revision: number }>`
    select case_id, min(revision) as revision from (${sql.join(views, sql` union all `)}) as views
    group by case_id having count(*) = ${ofCases.length}`.execute(db);
  return new Map(rows.map(({ case_id, revision }) => [case_id, revision]));
}
