import type { Pool } from 'pg';

/** Of pg's advisory locks, the one under which the access log makes its tables. */
const SCHEMA_LOCK = 7_150_243_001n;

/**
 * One row an answer, whoever it was about: a page of a list shows fifty cases to one reader, and is written as fast as one. The index by
 * case takes up what is new in bulk, outside the statement that writes it (GIN, fast update), and finds it before it has. Answers that are
 * about nobody have no case.
 */
const tables = `
  create schema if not exists access;
  create table access.log_answer (
    answer_id bigint generated always as identity primary key,
    at timestamptz not null default clock_timestamp(),
    actor_id text not null,
    role text not null,
    municipality text not null,
    office text not null,
    action text not null,
    outcome text not null,
    correlation_id text not null,
    case_ids uuid[] not null,
    person_ids uuid[]
  ) with (autovacuum_vacuum_insert_threshold = 20000, autovacuum_vacuum_insert_scale_factor = 0);
  create index log_answer_actor on access.log_answer (actor_id, at);
  create index log_answer_case on access.log_answer using gin (case_ids) with (fastupdate = on, gin_pending_list_limit = 65536);
  create index log_answer_person on access.log_answer using gin (person_ids) where person_ids is not null;`;

/** One row a case and answer, as people ask for it. Whoever asks about one case asks for `case_ids @> array[…]` too, which has the index. */
const view = `
  create or replace view access.log_entry as
    select answer_id, at, actor_id, role, municipality, office, action, case_id, person_id, outcome, correlation_id, case_ids, person_ids
    from access.log_answer, unnest(case_ids, person_ids) as subject (case_id, person_id);`;

/** Until November 2026 every case of an answer had a row of its own. */
const adopt = `
  insert into access.log_answer (at, actor_id, role, municipality, office, action, outcome, correlation_id, case_ids, person_ids)
  select at, actor_id, role, municipality, office, action, outcome, correlation_id, array[case_id::uuid],
    case when person_id is not null then array[person_id::uuid] end
  from access.log_entry order by entry_id;
  drop table access.log_entry;`;

/** Makes the tables when they are missing; two processes may start at once. */
export async function prepareAccessLog(pool: Pool): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query('begin');
    await client.query('select pg_advisory_xact_lock($1)', [SCHEMA_LOCK]);
    const { rows } = await client.query<{ made: boolean; earlier: boolean }>(
      `select to_regclass('access.log_answer') is not null as made,
         exists (select from pg_class where oid = to_regclass('access.log_entry') and relkind = 'r') as earlier`,
    );
    const { made = false, earlier = false } = rows[0] ?? {};
    if (!made) await client.query([tables, ...(earlier ? [adopt] : []), view].join('\n'));
    await client.query('commit');
    client.release();
  } catch (error) {
    client.release(true);
    throw error;
  }
}
