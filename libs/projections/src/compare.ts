import { isDeepStrictEqual } from 'node:util';
import type { JsonObject } from '@kvp/event-store';
import { KeyMissing, type KeyRing, type Sealed, personOf } from '@kvp/people';
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

type StoredRow = Readonly<Record<string, unknown>>;

/** Rows read at a time. */
const PAGE = 500;

/** Compares two versions of a read model row by row, personal parts opened. Null when they are equal. */
export async function firstDifference(projection: AnyProjection, keys: KeyRing, live: Side, rebuilt: Side): Promise<Difference | null> {
  for (const table of tablesOf(projection)) {
    const rows = { live: rowsOf(table, live), rebuilt: rowsOf(table, rebuilt) };
    for (;;) {
      const [a, b] = await Promise.all([rows.live.next(), rows.rebuilt.next()]);
      if (a.done === true && b.done === true) break;
      const difference = await compareRows(table, keys, a.value, b.value);
      if (difference !== null) return { readModel: projection.name, table: table.name, ...difference };
    }
  }
  return null;
}

async function* rowsOf(table: TableDefinition, { db, version }: Side): AsyncGenerator<StoredRow, undefined> {
  const from = inSchema(versioned(table.name, version));
  const key = sql.join(table.key.map((column) => sql.id(column)));
  let after: StoredRow | undefined;
  for (;;) {
    const last = after;
    const seek = last === undefined ? sql`true` : sql`(${key}) > (${sql.join(table.key.map((column) => last[column]))})`;
    const { rows } = await sql<{ row: StoredRow }>`
      select to_jsonb(t) as row from ${from} t where ${seek} order by ${key} limit ${PAGE}`.execute(db);
    for (const { row } of rows) yield row;
    after = rows.at(-1)?.row;
    if (rows.length < PAGE) return undefined;
  }
}

type Found = Omit<Difference, 'readModel' | 'table'>;

async function compareRows(
  table: TableDefinition,
  keys: KeyRing,
  a: StoredRow | undefined,
  b: StoredRow | undefined,
): Promise<Found | null> {
  const keyOf = (row: StoredRow): string[] => table.key.map((column) => String(row[column]));
  if (a === undefined || (b !== undefined && isBefore(table, b, a))) return missing(keyOf(b ?? {}), 'missing in live');
  if (b === undefined || isBefore(table, a, b)) return missing(keyOf(a), 'missing in rebuilt');
  for (const column of Object.keys(table.columns)) {
    if (column !== 'sealed' && !isDeepStrictEqual(a[column], b[column])) return { row: keyOf(a), what: 'differs', column };
  }
  const context = sealContext(table, ...([...keyOf(a)] as [string, ...string[]]));
  const personal = await Promise.all([a, b].map((row) => opened(keys, context, row['sealed'] as Sealed | null)));
  return isDeepStrictEqual(personal[0], personal[1]) ? null : { row: keyOf(a), what: 'differs', column: 'sealed' };
}

const missing = (row: readonly string[], what: Found['what']): Found => ({ row, what, column: null });

/** Key columns are text (compared byte by byte, as PostgreSQL sorts them here) or numbers. */
function isBefore(table: TableDefinition, a: StoredRow, b: StoredRow): boolean {
  for (const column of table.key) {
    const [left, right] = [a[column], b[column]] as [string | number, string | number];
    if (left !== right) return left < right;
  }
  return false;
}

/** What is sealed for someone whose key is gone is equal to itself: nobody can read either. */
async function opened(keys: KeyRing, context: string, sealed: Sealed | null): Promise<JsonObject | 'forgotten' | null> {
  if (sealed === null) return null;
  await keys.load([personOf(sealed)]);
  try {
    return keys.unseal(context, sealed);
  } catch (error) {
    if (error instanceof KeyMissing) return 'forgotten';
    throw error;
  }
}
