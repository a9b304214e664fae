import { isDeepStrictEqual } from 'node:util';
import type { JsonObject } from '@kvp/event-store';
import { KeyMissing, type KeyRing, SealBroken, type Sealed, personOf } from '@kvp/people';
import { type Kysely, sql } from 'kysely';
import type { ReadDatabase } from './engine/database.ts';
import { type AnyProjection, sealContext, tablesOf } from './engine/projection.ts';
import { type TableDefinition, inSchema, versioned } from './engine/table.ts';

/** The first row that two versions of a read model do not agree on. Names the place, never what stands there. */
export interface Difference {
  readonly readModel: string;
  readonly table: string;
  /** The key of the row: case id, then month or revision. */
  readonly row: readonly string[];
  readonly what: 'missing in live' | 'missing in rebuilt' | 'differs';
  /** The column that differs; `sealed` for anything personal. */
  readonly column: string | null;
}

/** One version, and the connection or snapshot that it is read through. */
export interface Side {
  readonly db: Kysely<ReadDatabase>;
  readonly version: number;
}

/** A row: its clear columns as the JSON text that PostgreSQL makes of them, equal for equal rows, and what is sealed. */
interface StoredRow {
  readonly key: readonly (string | number)[];
  readonly clear: string;
  readonly sealed: Sealed | null;
}

/** Rows read at a time. */
const PAGE = 1_000;

/** Compares two versions of a read model row by row, personal parts opened. Null when they are equal. */
export async function firstDifference(projection: AnyProjection, keys: KeyRing, live: Side, rebuilt: Side): Promise<Difference | null> {
  for (const table of tablesOf(projection)) {
    const [ours, theirs] = [rowsOf(table, keys, live), rowsOf(table, keys, rebuilt)];
    for (;;) {
      const [a, b] = [await ours.next(), await theirs.next()];
      if (a.done === true && b.done === true) break;
      const difference = compareRows(table, keys, a.value, b.value);
      if (difference !== null) return { readModel: projection.name, table: table.name, ...difference };
    }
  }
  return null;
}

/** The rows in order of their key, the next page on its way while one is compared. The keys of persons are loaded. */
async function* rowsOf(table: TableDefinition, keys: KeyRing, { db, version }: Side): AsyncGenerator<StoredRow, undefined> {
  const from = inSchema(versioned(table.name, version));
  const columns = sql.join(table.key.map((column) => sql.id(column)));
  const key = sql`json_build_array(${columns})`;
  const read = async (after: StoredRow | undefined): Promise<StoredRow[]> => {
    const seek = after === undefined ? sql`true` : sql`(${columns}) > (${sql.join(after.key)})`;
    const { rows } = await sql<StoredRow>`
      select ${key} as key, (to_jsonb(t) - 'sealed')::text as clear, sealed
      from ${from} t where ${seek} order by ${columns} limit ${PAGE}`.execute(db);
    await keys.load(rows.flatMap(({ sealed }) => (sealed === null ? [] : [personOf(sealed)])));
    return rows;
  };
  for (let rows = await read(undefined); ;) {
    const next = rows.length < PAGE ? undefined : read(rows.at(-1));
    // Whoever leaves at a difference awaits no further page.
    next?.catch(() => undefined);
    yield* rows;
    if (next === undefined) return undefined;
    rows = await next;
  }
}

type Found = Omit<Difference, 'readModel' | 'table'>;

function compareRows(table: TableDefinition, keys: KeyRing, a: StoredRow | undefined, b: StoredRow | undefined): Found | null {
  if (a === undefined || (b !== undefined && isBefore(b.key, a.key))) return found(b, 'missing in live');
  if (b === undefined || isBefore(a.key, b.key)) return found(a, 'missing in rebuilt');
  if (a.clear !== b.clear) return found(a, 'differs', differingColumn(table, a, b));
  const [caseId = '', ...rest] = a.key;
  const context = sealContext(table, String(caseId), ...rest);
  const equal = isDeepStrictEqual(opened(keys, context, a.sealed), opened(keys, context, b.sealed));
  return equal ? null : found(a, 'differs', 'sealed');
}

const found = (row: StoredRow | undefined, what: Found['what'], column: string | null = null): Found => ({
  row: row?.key.map(String) ?? [],
  what,
  column,
});

function differingColumn({ columns }: TableDefinition, ...rows: readonly [StoredRow, StoredRow]): string | null {
  const [a, b] = rows.map(({ clear }) => JSON.parse(clear) as Readonly<Record<string, unknown>>);
  return Object.keys(columns).find((column) => !isDeepStrictEqual(a?.[column], b?.[column])) ?? null;
}

/** Key columns are text (compared byte by byte, as PostgreSQL sorts them here) or numbers. */
function isBefore(a: StoredRow['key'], b: StoredRow['key']): boolean {
  const at = a.findIndex((value, i) => value !== b[i]);
  const [left, right] = [a[at], b[at]];
  return left !== undefined && right !== undefined && left < right;
}

/** What is sealed for someone whose key is gone is equal to itself: nobody can read either. What does not open is like nothing else. */
function opened(keys: KeyRing, context: string, sealed: Sealed | null): JsonObject | 'forgotten' | SealBroken | null {
  if (sealed === null) return null;
  try {
    return keys.unseal(context, sealed);
  } catch (error) {
    if (error instanceof KeyMissing) return 'forgotten';
    if (error instanceof SealBroken) return error;
    throw error;
  }
}
