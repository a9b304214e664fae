import type { Pool } from 'pg';

/**
 * The tree over the log. `head` is one row: how far it has come, written in one transaction with the tiles. A tile of level 0 also says where in
 * the log its first leaf stands, so that an event is found by its position. Hashes do not compress, so that is not tried.
 */
const TABLES = `
create schema if not exists proof;
create table if not exists proof.head (
  one      boolean primary key default true check (one),
  size     bigint not null,
  position text collate "C"
);
insert into proof.head (size, position) values (0, null) on conflict do nothing;
create table if not exists proof.tile (
  level          smallint not null,
  index          bigint not null,
  hashes         bytea storage external not null,
  first_position text collate "C",
  primary key (level, index)
);
create unique index if not exists tile_first_position on proof.tile (first_position) where first_position is not null;
`;

/** Whether a tree is kept in the database. */
export async function hasTree(pool: Pool): Promise<boolean> {
  const { rows } = await pool.query<{ present: boolean }>("select to_regclass('proof.tile_first_position') is not null as present");
  return rows[0]?.present === true;
}

/** Makes what is missing; two processes may start at once. */
export async function prepareTree(pool: Pool): Promise<void> {
  if (await hasTree(pool)) return;
  await pool.query(`begin; select pg_advisory_xact_lock(hashtext('kvp proof')); ${TABLES} commit`);
}
