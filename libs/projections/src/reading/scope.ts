import { type RawBuilder, sql } from 'kysely';

/** How far a reader sees: it stands in the WHERE of every query. */
export interface Scope {
  /** Four digits. */
  readonly municipality: string;
  /** One office of it; all of them when left out. */
  readonly office?: string;
  /** Cases of protected and shielded persons as well; without it they are as if absent. */
  readonly protectedToo?: boolean;
}

/** The condition on the row of a case; `table` is its name or alias in the query. */
export function within({ municipality, office, protectedToo = false }: Scope, table: string): RawBuilder<boolean> {
  const inMunicipality = sql<boolean>`${sql.ref(`${table}.municipality`)} = ${municipality}`;
  // The same statement with the permission and without: it takes as long.
  const mayOpen = sql<boolean>`${inMunicipality} and (${protectedToo} or not ${sql.ref(`${table}.protected`)})`;
  return office === undefined ? mayOpen : sql<boolean>`${mayOpen} and ${sql.ref(`${table}.office`)} = ${office}`;
}
