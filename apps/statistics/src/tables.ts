import type { Pool } from 'pg';

/**
 * What the statistics keep, under pseudonyms alone. `record` is the inbox: a record that came before comes in once. `state_change` only grows: a row
 * for each change of state of a case, and a further one when a later release sees the same change otherwise. `place` is the one table that forgets.
 */
const TABLES = `
create schema if not exists statistics;
create table if not exists statistics.record (
  id text primary key,
  case_id text not null,
  sequence int not null,
  schema text not null,
  recorded_at timestamptz not null,
  value jsonb not null,
  received_at timestamptz not null default now(),
  unique (case_id, sequence)
);
create table if not exists statistics.place (case_id text primary key, value jsonb not null);
create table if not exists statistics.mark (at text primary key, next text not null);
create table if not exists statistics.state_change (
  id bigint generated always as identity primary key,
  case_id text not null,
  sequence int not null,
  person text not null,
  birth_year int,
  type text not null,
  status text not null,
  result text,
  functional_on date not null,
  recorded_at timestamptz not null,
  technical_at timestamptz not null default now(),
  code_version text not null,
  schema_version int not null
);
create index if not exists state_change_case on statistics.state_change (case_id, sequence, id);
`;

/** Makes the tables that are missing; several processes may do so at once. */
export async function prepareTables(pool: Pool): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query('begin');
    await client.query("select pg_advisory_xact_lock(hashtextextended('kvp statistics tables', 0))");
    await client.query(TABLES);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw error;
  } finally {
    client.release();
  }
}
