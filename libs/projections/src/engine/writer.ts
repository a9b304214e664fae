import type { Position } from '@kvp/event-store';
import { type Kysely, sql } from 'kysely';
import type { ReadDatabase } from './database.ts';
import { PositionMoved } from './outage.ts';
import { type Row } from './projection.ts';
import type { ReadModelVersion } from './registry.ts';
import { type TableDefinition, inSchema, recordOf, versioned } from './table.ts';

/** The channel on which readers hear that a read model has moved; the payload is its name. */
export const MOVED = 'kvp_read_model';

/** Rows to write into one table. */
export interface TableRows {
  readonly table: TableDefinition;
  readonly rows: readonly Row[];
  /** Cases whose rows that are not among `rows` go. */
  readonly replaced: readonly string[];
}

/** From which position of the log to which, and how many events lie between. */
export interface Step {
  readonly from: Position | null;
  readonly to: Position;
  readonly events: number;
}

/**
 * Writes rows and position in one transaction, one statement a table. Throws PositionMoved, and writes nothing, when the version
 * does not stand where the step begins, or is no longer live (or not yet) as it was.
 */
export async function writeBatch(
  db: Kysely<ReadDatabase>,
  { name, version, live }: Pick<ReadModelVersion, 'name' | 'version' | 'live'>,
  step: Step,
  tables: readonly TableRows[],
): Promise<void> {
  await db.transaction().execute(async (tx) => {
    // First, because the row is also a lock: a second writer waits here and then finds that the position has moved.
    const { rows } = await sql`
      with moved as (
        update read.read_model set position = ${step.to}, handled = handled + ${step.events}
        where name = ${name} and version = ${version} and live = ${live} and position is not distinct from ${step.from} returning 1)
      select pg_notify(${MOVED}, ${name}) from moved`.execute(tx);
    if (rows.length === 0) throw new PositionMoved(`Version ${version} of ${name} was moved or switched by another process.`);
    for (const table of tables) await writeRows(tx, version, table);
  });
}

/** Writes rows of one table; those of a replaced case that are not among them go. */
export async function writeRows(db: Kysely<ReadDatabase>, version: number, { table, rows, replaced }: TableRows): Promise<void> {
  if (rows.length === 0 && replaced.length === 0) return;
  const target = inSchema(versioned(table.name, version));
  const columns = sql.join(Object.keys(table.columns).map((column) => sql.id(column)));
  const key = sql.join(table.key.map((column) => sql.id(column)));
  const values = Object.keys(table.columns).filter((column) => !table.key.includes(column));
  const update = sql.join(values.map((column) => sql`${sql.id(column)} = excluded.${sql.id(column)}`));
  await sql`
    with given as (select * from json_to_recordset(${JSON.stringify(rows)}::json) as r(${recordOf(table.columns)})),
    gone as (delete from ${target} where case_id = any(${replaced}) and (${key}) not in (select ${key} from given))
    insert into ${target} (${columns}) select ${columns} from given
    on conflict (${key}) do update set ${update}`.execute(db);
}
