import type { Sessions } from './sessions.ts';

/** The first of the two keys of every advisory lock of the log; the number is "kvp" in ASCII. */
const LOCKS = 0x6b7670;
const SCHEMA_LOCK = 1;
const APPEND_LOCK = 2;

/** Rung, without content, by every transaction that appends. */
export const CHANNEL = 'kvp_log';

/** What a stream that does not exist is at, in the database. */
export const NO_STREAM = -1;

/**
 * Events are kept as the text that they were written as. Positions are counted, not drawn from a sequence: a transaction that fails gives its
 * own back, so they have no holes. The head is one row that changes all the time, hence the room left beside it.
 */
const TABLES = `
create schema if not exists log;

create table if not exists log.event (
  position bigint primary key,
  stream   text collate "C" not null,
  revision integer not null,
  id       uuid not null,
  type     text not null,
  version  integer not null,
  data     text not null,
  sealed   text,
  metadata text not null,
  constraint event_place unique (stream, revision),
  constraint event_id unique (id)
);

create table if not exists log.head (
  one      boolean primary key default true check (one),
  position bigint not null
) with (fillfactor = 10);
insert into log.head (position) values (0) on conflict do nothing;

create or replace function log.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'A stored event is never changed or deleted.' using errcode = 'restrict_violation';
end $$;
create or replace trigger event_is_final before update or delete or truncate on log.event
  for each statement execute function log.refuse_change();
`;

/**
 * Appends a group. The lock comes first, as a statement of its own: those after it see all that the holder before committed, and since
 * the lock is freed only after the commit can be seen, no reader ever sees a position before a lower one.
 *
 * The first three parameters have one item an append, with at most one append a stream; the others one an event, in order, where \`owner\` is
 * the number of its append from 1 up. Answers for every append the revision that its stream was at, and the position of
 * its last event, or null when that was not the revision expected.
 */
const APPEND = `
create or replace function log.append_1(
  streams text[], expected integer[],
  owners integer[], revisions integer[], ids uuid[], types text[], versions integer[], datas text[], sealeds text[], metadatas text[]
) returns table (append_number integer, found integer, last_position bigint) language plpgsql volatile as $$
declare
  base bigint;
begin
  perform pg_advisory_xact_lock(${LOCKS}, ${APPEND_LOCK});
  select h.position into strict base from log.head h;
  return query
    with asked as materialized (
      select a.number::integer as number, a.stream, a.expected,
             coalesce((select e.revision from log.event e where e.stream = a.stream order by e.revision desc limit 1), ${NO_STREAM}) as found
      from unnest(streams, expected) with ordinality a(stream, expected, number)
    ), added as (
      insert into log.event (position, stream, revision, id, type, version, data, sealed, metadata)
      select base + row_number() over (order by e.number), a.stream, e.revision, e.id, e.type, e.version, e.data, e.sealed, e.metadata
      from unnest(owners, revisions, ids, types, versions, datas, sealeds, metadatas)
             with ordinality e(owner, revision, id, type, version, data, sealed, metadata, number)
      join asked a on a.number = e.owner and a.found = a.expected
      returning event.stream, event.position
    ), moved as (
      update log.head set position = added_up.position
      from (select max(position) as position from added) added_up
      where added_up.position is not null
    )
    select a.number, a.found, l.position
    from asked a
    left join (select added.stream, max(added.position) as position from added group by added.stream) l on l.stream = a.stream;
  if exists (select from log.head h where h.position > base) then
    perform pg_notify('${CHANNEL}', '');
  end if;
end $$;
`;

/**
 * Makes what is missing. The function of this version comes last, so where it is, all is; and two processes that start at once wait for each
 * other. A later version adds a function beside it, so that old and new processes can run at the same time.
 */
export async function prepareSchema(sessions: Sessions, timeoutMs: number): Promise<void> {
  const present = "select to_regproc('log.append_1') is not null as present";
  const [row] = await sessions.run<{ present: boolean }>({ text: present }, timeoutMs);
  if (row?.present === true) return;
  await sessions.run({ text: `begin; select pg_advisory_xact_lock(${LOCKS}, ${SCHEMA_LOCK}); ${TABLES} ${APPEND} commit;` }, timeoutMs);
}
