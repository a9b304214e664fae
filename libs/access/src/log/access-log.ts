import type { Role } from '@kvp/lifecycle';
import type { Pool, QueryConfig } from 'pg';
import { GroupedWriter } from './grouped-writer.ts';

/** How a look at, or a write about, a person's case ended. */
export type AccessOutcome = 'permitted' | 'refused' | 'denied' | 'not-found';

/** One person's case that someone read or wrote about, or tried to. Identifiers are opaque UUIDs; never an identity number. */
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

/** What all entries of one answer have in common is kept once. */
const COMMON = ['actorId', 'role', 'municipality', 'office', 'action', 'outcome', 'correlationId'] as const;

/** Arrays of arrays go as their text: those of PostgreSQL all have the same length. */
const insert = `
  insert into access.log_answer (actor_id, role, municipality, office, action, outcome, correlation_id, case_ids, person_ids)
  select actor_id, role, municipality, office, action, outcome, correlation_id, case_ids::uuid[], person_ids::uuid[]
  from unnest(${[...COMMON, 'caseIds', 'personIds'].map((_, index) => `$${index + 1}::text[]`).join(', ')})
    as answer (actor_id, role, municipality, office, action, outcome, correlation_id, case_ids, person_ids)`;

/** One answer, or one try: who it was, and all that it was about. */
type Answer = readonly [AccessEntry, ...AccessEntry[]];

/** Entries that follow one another and differ in nothing but whom they are about. */
function answersOf(entries: readonly AccessEntry[]): readonly Answer[] {
  const answers: [AccessEntry, ...AccessEntry[]][] = [];
  for (const entry of entries) {
    const last = answers.at(-1);
    if (last !== undefined && COMMON.every((column) => last[0][column] === entry[column])) last.push(entry);
    else answers.push([entry]);
  }
  return answers;
}

const parametersOf = (answers: readonly Answer[]): unknown[] => [
  ...COMMON.map((column) => answers.map(([one]) => one[column])),
  answers.map((about) => arrayText(about.map(({ caseId }) => caseId))),
  answers.map((about) => (about.some(({ personId }) => personId !== null) ? arrayText(about.map(({ personId }) => personId)) : null)),
];

/** UUIDs need no quoting; what is none is refused by the database. */
const arrayText = (ids: readonly (string | null)[]): string => `{${ids.map((id) => id ?? 'null').join(',')}}`;

/** The access log in PostgreSQL. `at` is the database's clock, whatever clock a request was given. */
export function createAccessLog(pool: Pool): AccessLog {
  const writer = new GroupedWriter<Answer>(async (answers) => {
    const values = parametersOf(answers);
    const query: QueryConfig & { query_timeout: number } = { name: 'access-log', text: insert, values, query_timeout: QUERY_TIMEOUT_MS };
    await pool.query(query);
  });
  return {
    write: (entries) =>
      writer.add(answersOf(entries)).catch((error: unknown) => {
        throw new AccessLogUnavailable(error);
      }),
  };
}
