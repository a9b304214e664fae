import type { Pool } from 'pg';
import { survivable } from '../engine/database.ts';
import type { Scope } from '../reading/scope.ts';
import { cursorOf } from './cursor.ts';
import { type PageRow, pageStatement } from './page-statement.ts';
import type { WorklistDay, WorklistFilter, WorklistPage } from './worklist.ts';

/** Queries on the worklist. Each takes the reader's scope; what lies outside it is not there. */
export function worklistQueries(anyPool: Pool) {
  const pool = survivable(anyPool);
  return {
    /** The municipalities that have a case, by number. */
    async municipalities(): Promise<readonly string[]> {
      const { rows } = await pool.query<{ municipality: string }>(
        'select distinct municipality from read.worklist where municipality is not null order by municipality',
      );
      return rows.map(({ municipality }) => municipality);
    },

    /** A page of open deadlines, the earliest due first. Throws InvalidCursor. */
    async worklist(scope: Scope, filter: WorklistFilter, day: WorklistDay): Promise<WorklistPage> {
      const statement = pageStatement(scope, filter, day);
      if (statement === undefined) return { items: '[]', caseIds: [], next: null };
      const { rows } = await pool.query<PageRow>({ ...statement, values: [...statement.values] });
      const { items = '[]', cases = null, last = null } = rows[0] ?? {};
      return { items, caseIds: [...new Set(cases?.split(' '))], next: last === null ? null : cursorOf(last) };
    },
  };
}
