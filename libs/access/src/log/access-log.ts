import type { Role } from '@kvp/lifecycle';
import type { Pool, QueryConfig } from 'pg';
import { GroupedWriter } from './grouped-writer.ts';

/** How a look at, or a write about, a person's case ended. */
export type AccessOutcome = 'permitted' | 'refused' | 'denied' | 'not-found';

/** One person's case that someone read or wrote about, or tried to. Identifiers are opaque; never an identity number. */
export interface AccessEntry {
  readonly actorId: string;
  readonly role: Role;
  readonly municipality: string;
  readonly office: string;
  /** What was done, as the policy table calls it. */
  readonly action: string;
  readonly caseId: string | null;
  readonly personId: string | null;
  readonly outcome: AccessOutcome;
  readonly correlationId: string;
}

export interface AccessLog {
  /** Resolves when the entries are on disk. Throws `AccessLogUnavailable`: then the answer must not be given. */
  write(entries: readonly AccessEntry[]): Promise<void>;
}

/** Who looked could not be written down: whoever asked gets no answer, and may ask again. */
export class AccessLogUnavailable extends Error {
  override readonly name = 'AccessLogUnavailable';
  constructor(cause: unknown) {
    super('The access log could not be written.', { cause });
  }
}

const QUERY_TIMEOUT_MS = 5_000;
/** Of pg's advisory locks, the one under which the access log makes its table. */
const SCHEMA_LOCK = 7_150_243_001n;

const schema = `
  create schema if not exists access;
  create table if not exists access.log_entry (
    entry_id bigint generated always as identity primary key,
    at timestamptz not null default clock_timestamp(),
    actor_id text not null,
    role text not null,
    municipality text not null,
    office text not null,
    action text not null,
    case_id text,
    person_id text,
    outcome text not null,
    correlation_id text not null
  );
  create index if not exists log_entry_case on access.log_entry (case_id, at);
  create index if not exists log_entry_actor on access.log_entry (actor_id, at);`;

/** What all entries of one answer have in common goes over the wire once: a page of a list shows fifty cases to one reader. */
const COMMON = ['actorId', 'role', 'municipality', 'office', 'action', 'outcome', 'correlationId'] as const;

const insert = `
  insert into access.log_entry (actor_id, role, municipality, office, action, outcome, correlation_id, case_id, person_id)
  select actor_id, role, municipality, office, action, outcome, correlation_id, case_id, person_id
  from unnest(${COMMON.map((_, index) => `$${index + 1}::text[]`).join(', ')})
    with ordinality as answer (actor_id, role, municipality, office, action, outcome, correlation_id, n)
  join unnest($8::int[], $9::text[], $10::text[]) as subject (n, case_id, person_id) using (n)`;

/** The parameters of `insert`: one element an answer for what is common, then one a subject, with the number of its answer. */
function parametersOf(entries: readonly AccessEntry[]): unknown[] {
  const answers: AccessEntry[] = [];
  const numbers: number[] = [];
  for (const entry of entries) {
    const last = answers.at(-1);
    if (last === undefined || COMMON.some((column) => last[column] !== entry[column])) answers.push(entry);
    numbers.push(answers.length);
  }
  return [
    ...COMMON.map((column) => answers.map((answer) => answer[column])),
    ...[numbers, entries.map(({ caseId }) => caseId), entries.map(({ personId }) => personId)],
  ];
}

/** Makes the table when it is missing; two processes may start at once. */
export async function prepareAccessLog(pool: Pool): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query('begin');
    await client.query('select pg_advisory_xact_lock($1)', [SCHEMA_LOCK]);
    await client.query(schema);
    await client.query('commit');
    client.release();
  } catch (error) {
    client.release(true);
    throw error;
  }
}

/** The access log in PostgreSQL. `at` is the database's clock, whatever clock a request was given. */
export function createAccessLog(pool: Pool): AccessLog {
  const writer = new GroupedWriter<AccessEntry>(async (entries) => {
    const values = parametersOf(entries);
    const query: QueryConfig & { query_timeout: number } = { name: 'access-log', text: insert, values, query_timeout: QUERY_TIMEOUT_MS };
    await pool.query(query);
  });
  return {
    write: (entries) =>
      writer.add(entries).catch((error: unknown) => {
        throw new AccessLogUnavailable(error);
      }),
  };
}
