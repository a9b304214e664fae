import { type Kysely, sql } from 'kysely';
import type { ReadDatabase } from './database.ts';

/** How a column is kept. A question mark means that it may be null. */
export type ColumnType = 'text' | 'integer' | 'bigint' | 'boolean' | 'date' | 'timestamptz' | 'text[]' | 'date[]' | 'json';
export type Columns = Readonly<Record<string, ColumnType | `${ColumnType}?`>>;

interface Kept {
  readonly text: string;
  readonly integer: number;
  /** Written as a number; pg reads it as text. */
  readonly bigint: number | string;
  readonly boolean: boolean;
  readonly date: string;
  readonly timestamptz: string;
  readonly 'text[]': readonly string[];
  readonly 'date[]': readonly string[];
  readonly json: object;
}

/** A row as it is written: dates and instants as ISO text, whole numbers within the safe range. */
export type RowOf<Of extends Columns> = {
  readonly [Name in keyof Of]: Of[Name] extends `${infer Type extends ColumnType}?`
    ? Kept[Type] | null
    : Of[Name] extends ColumnType
      ? Kept[Of[Name]]
      : never;
};

/** One table of a read model. `name` is what queries read (a view on the live version); the tables behind it carry the version. */
export interface TableDefinition {
  readonly name: string;
  readonly key: readonly string[];
  readonly columns: Columns;
  readonly indexes: readonly (readonly string[])[];
}

/** What every read model keeps of a case. `state` stands in the clear only while nobody is known whom it could be about. */
export const caseColumns = {
  case_id: 'text',
  revision: 'integer',
  person_id: 'text?',
  municipality: 'text?',
  office: 'text?',
  protected: 'boolean',
  sealed: 'json?',
  state: 'json?',
} as const satisfies Columns;

/** Every detail table has these, and its own. */
export const detailColumns = { case_id: 'text', sealed: 'json?' } as const satisfies Columns;

export const SCHEMA = 'read';

/** Of any name in PostgreSQL, in bytes. */
const LONGEST_NAME = 63;

/** The table behind a view, e.g. `participant_status_v3`. */
export const versioned = (name: string, version: number): string => `${name}_v${version}`;

export const inSchema = (name: string) => sql.id(SCHEMA, name);

const typeOf = (column: string): string => column.replace('?', '');

/** Text sorts and compares byte by byte, whatever the locale of the server. Sealed bytes do not compress, so that is not tried. */
function declaration([name, column]: [string, string]) {
  const type = typeOf(column);
  const storage = name === 'sealed' ? ' storage external' : '';
  const collation = type.startsWith('text') ? ' collate "C"' : '';
  return sql`${sql.id(name)} ${sql.raw(type + storage + collation + (column.endsWith('?') ? '' : ' not null'))}`;
}

/** The columns of `json_to_recordset`, which makes rows of one JSON parameter. */
export const recordOf = (columns: Columns) =>
  sql.join(Object.entries(columns).map(([name, column]) => sql`${sql.id(name)} ${sql.raw(typeOf(column))}`));

export async function createTable(db: Kysely<ReadDatabase>, table: TableDefinition, version: number): Promise<void> {
  const name = versioned(table.name, version);
  const columns = sql.join(Object.entries(table.columns).map(declaration));
  const key = sql.join(table.key.map((column) => sql.id(column)));
  await sql`create table ${inSchema(name)} (${columns}, primary key (${key}))`.execute(db);
}

/** The indexes of a table but its key. Made once the rows are there, as that is faster than keeping them; nothing happens when they are. */
export async function createIndexes(db: Kysely<ReadDatabase>, table: TableDefinition, version: number): Promise<void> {
  const name = versioned(table.name, version);
  for (const columns of table.indexes) {
    const index = sql.id(`${name}_${columns.join('_')}`.slice(0, LONGEST_NAME));
    await sql`create index if not exists ${index} on ${inSchema(name)} (${sql.join(columns.map((column) => sql.id(column)))})`.execute(db);
  }
}

export const dropTable = (db: Kysely<ReadDatabase>, name: string, version: number): Promise<unknown> =>
  sql`drop table if exists ${inSchema(versioned(name, version))}`.execute(db);

export const dropView = (db: Kysely<ReadDatabase>, name: string): Promise<unknown> =>
  sql`drop view if exists ${inSchema(name)}`.execute(db);

/** Lets queries read one version. The view is made anew, because its columns may have changed. */
export async function createView(db: Kysely<ReadDatabase>, name: string, version: number): Promise<void> {
  await sql`create view ${inSchema(name)} as select * from ${inSchema(versioned(name, version))}`.execute(db);
}
