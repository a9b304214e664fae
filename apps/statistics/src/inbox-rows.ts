import type { StatisticsRecord } from '@kvp/topics';
import type { PoolClient } from 'pg';
import type { StateChange } from './derive.ts';

/** A record as it came, over Kafka or in the same process. */
export interface Incoming {
  readonly topic: string;
  readonly key: string;
  readonly value: string | null;
  readonly headers: Readonly<Record<string, string>>;
  /** Where it stood, over Kafka. */
  readonly partition?: number;
  readonly offset?: string;
}

const COLUMNS = ['person', 'birthYear', 'type', 'status', 'result', 'functionalOn', 'recordedAt', 'schemaVersion'] as const;

/** One statement for all rows. */
export async function addChanges(client: PoolClient, changes: readonly StateChange[], codeVersion: string): Promise<void> {
  if (changes.length === 0) return;
  await client.query(
    `insert into statistics.state_change
       (case_id, sequence, person, birth_year, type, status, result, functional_on, recorded_at, schema_version, code_version)
     select c.*, $11 from unnest($1::text[], $2::int[], $3::text[], $4::int[], $5::text[], $6::text[], $7::text[], $8::date[], $9::timestamptz[],
       $10::int[]) c`,
    [
      changes.map((change) => change.case),
      changes.map(({ sequence }) => sequence),
      ...COLUMNS.map((column) => changes.map((change) => change[column])),
      codeVersion,
    ],
  );
}

/** Adds records; one that came before comes in once. Gives the ids of those that are new. */
export async function addRecords(client: PoolClient, records: readonly Incoming[]): Promise<ReadonlySet<string>> {
  if (records.length === 0) return new Set();
  const columns = [
    records.map(({ headers }) => headers['ce_id']),
    records.map(({ key }) => key),
    records.map(({ headers }) => Number(headers['ce_sequence'])),
    records.map(({ headers }) => headers['ce_dataschema']),
    records.map(({ headers }) => headers['ce_time']),
    records.map(({ value }) => value),
  ];
  const { rows } = await client.query<{ id: string }>(
    `insert into statistics.record (id, case_id, sequence, schema, recorded_at, value)
     select * from unnest($1::text[], $2::text[], $3::int[], $4::text[], $5::timestamptz[], $6::jsonb[]) on conflict (id) do nothing returning id`,
    columns,
  );
  return new Set(rows.map(({ id }) => id));
}

/** The last record of each case that has any. */
export async function lastSequences(client: PoolClient, caseIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const { rows } = await client.query<{ id: string; last: number | null }>(
    `select c.id, (select r.sequence from statistics.record r where r.case_id = c.id order by r.sequence desc limit 1) as last
     from unnest($1::text[]) c(id)`,
    [caseIds],
  );
  return new Map(rows.flatMap(({ id, last }) => (last === null ? [] : [[id, last] as const])));
}

export async function keepPlaces(client: PoolClient, placed: ReadonlyMap<string, string | null>): Promise<void> {
  const gone = [...placed].flatMap(([key, value]) => (value === null ? key : []));
  const told = [...placed].filter(([, value]) => value !== null);
  if (gone.length > 0) await client.query('delete from statistics.place where case_id = any($1)', [gone]);
  if (told.length === 0) return;
  await client.query(
    'insert into statistics.place select * from unnest($1::text[], $2::jsonb[]) on conflict (case_id) do update set value = excluded.value',
    [told.map(([key]) => key), told.map(([, value]) => value)],
  );
}

/** The records of cases in order. */
export async function recordsOf(client: PoolClient, caseIds: readonly string[]): Promise<ReadonlyMap<string, readonly StatisticsRecord[]>> {
  const { rows } = await client.query<{ case_id: string; values: StatisticsRecord[] }>(
    `select case_id, jsonb_agg(value order by sequence) as values from statistics.record where case_id = any($1) group by case_id`,
    [caseIds],
  );
  return new Map(rows.map(({ case_id: id, values }) => [id, values]));
}

/** How each change of state was seen last. */
export async function lastChanges(
  client: PoolClient,
  caseIds: readonly string[],
): Promise<ReadonlyMap<string, ReadonlyMap<number, StateChange>>> {
  const { rows } = await client.query<StateChange>(
    `select distinct on (case_id, sequence) case_id as case, sequence, person, birth_year as "birthYear", type, status, result,
       to_char(functional_on, 'YYYY-MM-DD') as "functionalOn", recorded_at as "recordedAt", schema_version as "schemaVersion"
     from statistics.state_change where case_id = any($1) order by case_id, sequence, id desc`,
    [caseIds],
  );
  const map = new Map<string, Map<number, StateChange>>();
  for (const row of rows) map.set(row.case, (map.get(row.case) ?? new Map<number, StateChange>()).set(row.sequence, row));
  return map;
}
