import { type Kysely, sql } from 'kysely';
import { type Migration, Migrator } from 'kysely/migration';
import type { Pool } from 'pg';
import { type ReadDatabase, onPool, survivable } from './database.ts';
import { SCHEMA } from './table.ts';

/** The engine's own tables, step by step. A released step is never changed; a read model's tables are made by its version instead. */
const migrations: Record<string, Migration> = {
  '2026-11-22-read-model': {
    async up(db: Kysely<ReadDatabase>) {
      await db.schema
        .createTable('read.read_model')
        .addColumn('name', sql`text collate "C"`, (column) => column.notNull())
        .addColumn('version', 'integer', (column) => column.notNull())
        .addColumn('live', 'boolean', (column) => column.notNull())
        .addColumn('shape', 'integer', (column) => column.notNull())
        .addColumn('tables', sql`text[]`, (column) => column.notNull())
        .addColumn('code_version', 'text', (column) => column.notNull())
        .addColumn('position', sql`text collate "C"`)
        .addColumn('handled', 'bigint', (column) => column.notNull())
        .addColumn('created', 'timestamptz', (column) => column.notNull().defaultTo(sql`now()`))
        .addPrimaryKeyConstraint('read_model_pkey', ['name', 'version'])
        .execute();
      await sql`create unique index read_model_live on read.read_model (name) where live`.execute(db);
    },
  },
};

/** Brings the schema `read` up to date. Safe in several processes at once: they take turns. */
export async function migrate(pool: Pool): Promise<void> {
  const turn = await survivable(pool).connect();
  try {
    await turn.query(`select pg_advisory_lock(hashtextextended('kvp read models', 0))`);
    const migrator = new Migrator({
      db: onPool(pool),
      provider: { getMigrations: () => Promise.resolve(migrations) },
      migrationTableSchema: SCHEMA,
    });
    const { error } = await migrator.migrateToLatest();
    if (error !== undefined) throw error instanceof Error ? error : new Error('The schema could not be migrated.', { cause: error });
  } finally {
    // Closed, not given back: that frees the lock in any case.
    turn.release(true);
  }
}
