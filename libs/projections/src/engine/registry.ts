import type { Position } from '@kvp/event-store';
import { type Kysely, type Selectable, sql } from 'kysely';
import type { ReadDatabase, ReadModelTable } from './database.ts';
import { type AnyProjection, tablesOf } from './projection.ts';
import { createIndexes, createTable, createView, dropTable, dropView } from './table.ts';

type Database = Kysely<ReadDatabase>;

/** One version of a read model, as the registry knows it. */
export interface ReadModelVersion {
  readonly name: string;
  readonly version: number;
  readonly live: boolean;
  readonly shape: number;
  readonly codeVersion: string;
  readonly position: Position | null;
  readonly handled: number;
}

const asVersion = ({ code_version, position, handled, ...row }: Selectable<ReadModelTable>): ReadModelVersion => ({
  name: row.name,
  version: row.version,
  live: row.live,
  shape: row.shape,
  codeVersion: code_version,
  position: position as Position | null,
  handled: Number(handled),
});

/** All versions of a read model, the oldest first. */
export async function versionsOf(db: Database, name: string): Promise<ReadModelVersion[]> {
  const rows = await db.selectFrom('read.read_model').selectAll().where('name', '=', name).orderBy('version').execute();
  return rows.map(asVersion);
}

/** The version that queries read, or undefined. */
export const liveVersion = async (db: Database, name: string): Promise<ReadModelVersion | undefined> =>
  (await versionsOf(db, name)).find(({ live }) => live);

/**
 * Makes the tables of a new, empty version. `live`: the one that queries read from now on, unless another process was faster; then
 * that one is given.
 */
export async function createVersion(
  db: Database,
  projection: AnyProjection,
  codeVersion: string,
  live: boolean,
): Promise<ReadModelVersion> {
  return db.transaction().execute(async (tx) => {
    await sql`lock table read.read_model in share row exclusive mode`.execute(tx);
    const versions = await versionsOf(tx, projection.name);
    const faster = versions.find((version) => live && version.live);
    if (faster !== undefined) return faster;
    const { name, shape } = projection;
    const tables = tablesOf(projection);
    const version = (versions.at(-1)?.version ?? 0) + 1;
    const row = {
      name,
      version,
      live,
      shape,
      code_version: codeVersion,
      tables: tables.map((table) => table.name),
      position: null,
      handled: 0,
    };
    await tx.insertInto('read.read_model').values(row).execute();
    for (const table of tables) {
      await createTable(tx, table, version);
      if (!live) continue;
      await createIndexes(tx, table, version);
      await createView(tx, table.name, version);
    }
    return { name, version, live, shape, codeVersion, position: null, handled: 0 };
  });
}

/** Removes a version and its tables. A version that is live is never dropped. */
export async function dropVersion(db: Database, name: string, version: number): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const gone = await tx
      .deleteFrom('read.read_model')
      .where('name', '=', name)
      .where('version', '=', version)
      .where('live', '=', false)
      .returning('tables')
      .executeTakeFirst();
    for (const table of gone?.tables ?? []) await dropTable(tx, table, version);
  });
}

/**
 * Lets queries read another version, in one transaction. False, and nothing done, when the live one stands further in the log:
 * what is read never goes backwards.
 */
export async function switchTo(db: Database, name: string, version: number): Promise<boolean> {
  return db.transaction().execute(async (tx) => {
    const rows = await tx.selectFrom('read.read_model').selectAll().where('name', '=', name).forUpdate().execute();
    const live = rows.find((row) => row.live);
    const next = rows.find((row) => row.version === version);
    if (next === undefined) throw new Error(`There is no version ${version} of ${name} to switch to.`);
    if (next.live) return true;
    if (isBehind(next.position, live?.position ?? null)) return false;
    // The old one first: two live versions of a name are refused by the index.
    for (const row of live === undefined ? [next] : [live, next]) {
      const set = tx.updateTable('read.read_model').set({ live: row === next });
      await set.where('name', '=', name).where('version', '=', row.version).execute();
    }
    for (const view of live?.tables ?? []) await dropView(tx, view);
    for (const view of next.tables) await createView(tx, view, version);
    return true;
  });
}

const isBehind = (position: string | null, other: string | null): boolean => other !== null && (position === null || position < other);
