import { type AuditEntry, type HistoryEntry, linked } from '@kvp/history';
import type { KeyRing } from '@kvp/people';
import type { Kysely } from 'kysely';
import { sealContext } from '../engine/projection.ts';
import { openSealed } from '../reading/open-sealed.ts';
import { type Scope, within } from '../reading/scope.ts';
import { type AuditTrailTables, entries } from './tables.ts';

/** What has happened in a case, in the order of the log. */
export interface AuditTrailView {
  readonly caseId: string;
  readonly revision: number;
  /** Each with what later ones said of it: the read model keeps entries as they were written. */
  readonly entries: readonly HistoryEntry[];
}

export function auditTrailQueries(db: Kysely<AuditTrailTables>, keys: KeyRing) {
  return {
    /** Null when there is no such case in the scope. */
    async auditTrail(caseId: string, scope: Scope): Promise<AuditTrailView | null> {
      const found = db
        .selectFrom('read.audit_trail')
        .select('revision')
        .where('case_id', '=', caseId)
        .where(within(scope, 'read.audit_trail'));
      const head = await found.executeTakeFirst();
      if (head === undefined) return null;
      const rows = await db
        .selectFrom('read.audit_trail_entry')
        .select(['revision', 'sealed'])
        .where('case_id', '=', caseId)
        .where('revision', '<=', head.revision)
        .orderBy('revision')
        .execute();
      const opened = await openSealed(keys, rows, ({ revision }) => sealContext(entries, caseId, revision));
      return { caseId, revision: head.revision, entries: linked(opened.map(({ personal }) => personal as unknown as AuditEntry)) };
    },
  };
}
