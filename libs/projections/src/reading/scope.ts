import { type RawBuilder, sql } from 'kysely';

/** How far a reader sees: it stands in the WHERE of every query. */
export interface Scope {
  /** Four digits. */
  readonly municipality: string;
  /** One office of it; all of them when left out. */
  readonly office?: string;
}

/** The condition on the row of a case; `table` is its name or alias in the query. */
export function within({ municipality, office }: Scope, table: string): RawBuilder<boolean> {
  const inMunicipality = sql<boolean>`${sql.ref(`${table}.municipality`)} = ${municipality}`;
  return office === undefined ? inMunicipality : sql<boolean>`${inMunicipality} and ${sql.ref(`${table}.office`)} = ${office}`;
}
