import type { JsonObject } from '@kvp/event-store';
import { type KeyRing, type Sealed, personOf } from '@kvp/people';
import { type Kysely, sql } from 'kysely';
import type { ReadDatabase } from './database.ts';
import type { Folded } from './fold-cache.ts';
import { type AnyProjection, type CaseOwner, type DetailRow, type Projection, type Row, caseTable, sealContext } from './projection.ts';
import { type TableDefinition, inSchema, versioned } from './table.ts';

/** A case in memory, and how large its state is in its row. */
export interface Weighed<State> extends Folded<State> {
  readonly size: number;
}

/** The row of a case, its state sealed. The owner's key is loaded. */
export function caseRow<State>(
  projection: Projection<State>,
  keys: KeyRing,
  caseId: string,
  { revision, state }: Folded<State>,
): Row & { size: number } {
  const owner = projection.fold.ownerOf(state);
  const json = projection.fold.toJson(state);
  const sealed = owner === null ? null : keys.seal(owner.personId, sealContext(caseTable(projection), caseId), json);
  return {
    case_id: caseId,
    revision,
    person_id: owner?.personId ?? null,
    municipality: owner?.municipality ?? null,
    office: owner?.office ?? null,
    protected: owner?.isProtected ?? false,
    sealed,
    state: owner === null ? json : null,
    ...projection.rowOf(state),
    size: sealed?.data.length ?? JSON.stringify(json).length,
  };
}

/** A detail row, its personal part sealed. Throws TypeError for a personal part that is nobody's. */
export function detailRow(
  table: TableDefinition,
  keys: KeyRing,
  caseId: string,
  owner: CaseOwner | null,
  { row, personal }: DetailRow,
): Row {
  if (personal === null) return { case_id: caseId, ...row, sealed: null };
  if (owner === null) throw new TypeError(`A row of ${table.name} has a personal part and no person.`);
  const key = table.key.filter((column) => column !== 'case_id').map((column) => String(row[column]));
  return { case_id: caseId, ...row, sealed: keys.seal(owner.personId, sealContext(table, caseId, ...key), personal) };
}

export interface StoredCase {
  readonly case_id: string;
  readonly revision: number;
  readonly sealed: Sealed | null;
  readonly state: JsonObject | null;
}

/** Reads cases back from their rows, opened. Those without a row are missing in the answer. */
export async function readCases<State>(
  db: Kysely<ReadDatabase>,
  projection: Projection<State>,
  version: number,
  keys: KeyRing,
  caseIds: readonly string[],
): Promise<Map<string, Weighed<State>>> {
  const table = caseTable(projection);
  const { rows } = await sql<StoredCase>`
    select case_id, revision, sealed, state from ${inSchema(versioned(table.name, version))} where case_id = any(${caseIds})`.execute(db);
  await keys.load(rows.flatMap(({ sealed }) => (sealed === null ? [] : [personOf(sealed)])));
  return new Map(rows.map((row) => [row.case_id, openCase(projection, keys, row)]));
}

/** A row as it is stored, locked until the transaction ends. Those that somebody else has locked are missing. */
export async function lockCases(
  tx: Kysely<ReadDatabase>,
  projection: AnyProjection,
  version: number,
  caseIds: readonly string[],
): Promise<readonly StoredCase[]> {
  const { name } = caseTable(projection);
  const { rows } = await sql<StoredCase>`
    select case_id, revision, sealed, state from ${inSchema(versioned(name, version))} where case_id = any(${caseIds})
    for update skip locked`.execute(tx);
  return rows;
}

/** Opens a stored row, whose key is loaded. Throws KeyMissing where it is gone. */
export function openCase<State>(
  projection: Projection<State>,
  keys: KeyRing,
  { case_id, revision, sealed, state }: StoredCase,
): Weighed<State> {
  const json = sealed === null ? (state ?? {}) : keys.unseal(sealContext(caseTable(projection), case_id), sealed);
  return { revision, state: projection.fold.fromJson(json), size: sealed?.data.length ?? JSON.stringify(json).length };
}
