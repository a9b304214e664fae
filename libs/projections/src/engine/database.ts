import { type ColumnType, type Generated, Kysely, PostgresDialect } from 'kysely';
import type { Pool, PoolClient } from 'pg';

/** One version of a read model: where its tables stand in the log. */
export interface ReadModelTable {
  name: string;
  version: number;
  /** What queries read. At most one version of a name. */
  live: boolean;
  /** The projection's `shape` that the tables were made for. */
  shape: number;
  /** The names of its views; each has a table `<name>_v<version>` behind it. */
  tables: string[];
  /** The code that writes the rows; a rebuild is resumed by the same code only. */
  code_version: string;
  /** The last event of the log that the rows hold. Null before the first. */
  position: string | null;
  /** How many events of the log came so far, those of other streams included. */
  handled: ColumnType<string, number, number>;
  created: Generated<Date>;
}

/** The engine's own table. The views of the read models are typed where they are queried. */
export interface ReadDatabase {
  'read.read_model': ReadModelTable;
}

const guarded = new WeakSet<object>();
const ignore = (): void => undefined;

/**
 * A connection that breaks while it is checked out emits `error`, which ends the process when nobody listens. Its query fails all
 * the same, and there the outage is handled.
 */
export function survivable(pool: Pool): Pool {
  if (guarded.has(pool)) return pool;
  guarded.add(pool);
  pool.on('error', ignore);
  pool.on('acquire', (client) => {
    if (guarded.has(client)) return;
    guarded.add(client);
    client.on('error', ignore);
  });
  return pool;
}

/** A typed SQL builder on the pool. `Tables` are the tables and views that the caller knows. */
export const onPool = <Tables = ReadDatabase>(pool: Pool): Kysely<Tables> =>
  new Kysely<Tables>({ dialect: new PostgresDialect({ pool: survivable(pool) }) });

/** The same on one connection that the caller holds: every statement runs on it, and it is released by the caller alone. */
export function onClient(client: PoolClient): Kysely<ReadDatabase> {
  const held = { query: client.query.bind(client), release: ignore };
  const pool = { connect: () => Promise.resolve(held), end: () => Promise.resolve(), options: {} };
  return new Kysely<ReadDatabase>({ dialect: new PostgresDialect({ pool }) });
}
