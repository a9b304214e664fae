import type { KnownRates } from '@kvp/deciding';
import { KeyMissing, type KeyRing, personOf } from '@kvp/people';
import { type Kysely, sql } from 'kysely';
import type { ReadDatabase } from './database.ts';
import type { Projection, Row } from './projection.ts';
import { detailRow, lockCases, openCase } from './rows.ts';
import { writeRows } from './writer.ts';

/** Which version of a read model is meant, and whether it is the one that queries read. */
export interface RenewedVersion {
  readonly name: string;
  readonly version: number;
  readonly live: boolean;
}

/** What became of the cases that were to be renewed. Those that somebody else was writing are in neither list. */
export interface Renewed {
  readonly written: readonly string[];
  /** The keys of their persons are gone: nobody can open them, and their rows stay as they are. */
  readonly unreadable: readonly string[];
}

/** The version was switched or dropped meanwhile. */
export class VersionMoved extends Error {
  override readonly name = 'VersionMoved';
}

/**
 * Writes the detail rows of cases anew on other rates, in one transaction; case and rows are of one moment, because whoever writes a case
 * waits for its row. A line that follows the log goes on beside it. Throws VersionMoved.
 */
export async function renewDetails<State>(
  db: Kysely<ReadDatabase>,
  projection: Projection<State>,
  of: RenewedVersion,
  { caseIds, rates, keys }: { readonly caseIds: readonly string[]; readonly rates: KnownRates; readonly keys: KeyRing },
): Promise<Renewed> {
  const { details, fold } = projection;
  if (details?.write !== 'replace') return { written: [], unreadable: [] };
  return db.transaction().execute(async (tx) => {
    const { rows: standing } = await sql`
      select 1 from read.read_model where name = ${of.name} and version = ${of.version} and live = ${of.live} for key share`.execute(tx);
    if (standing.length === 0) throw new VersionMoved(`Version ${of.version} of ${of.name} was switched by another process.`);
    const stored = await lockCases(tx, projection, of.version, caseIds);
    await keys.load(stored.flatMap(({ sealed }) => (sealed === null ? [] : [personOf(sealed)])));
    const [written, unreadable, rows]: [string[], string[], Row[]] = [[], [], []];
    for (const each of stored) {
      try {
        const { state } = openCase(projection, keys, each);
        rows.push(...details.rowsOf(state, rates).map((row) => detailRow(details.table, keys, each.case_id, fold.ownerOf(state), row)));
        written.push(each.case_id);
      } catch (error) {
        if (!(error instanceof KeyMissing)) throw error;
        unreadable.push(each.case_id);
      }
    }
    await writeRows(tx, of.version, { table: details.table, rows, replaced: written });
    return { written, unreadable };
  });
}
