import { type Checkpoint, type Marks, type PlaceRecord, type StatisticsRecord, places, statistics } from '@kvp/topics';
import type { Pool, PoolClient } from 'pg';
import { type StateChange, deriveChanges, differences } from './derive.ts';

/** A record as it came, over Kafka or in the same process. */
export interface Incoming {
  readonly topic: string;
  readonly key: string;
  readonly value: string | null;
  readonly headers: Readonly<Record<string, string>>;
}

const CHECKPOINT = 'in-process';

/** Takes records into the database: each once, together with how far the reading has come. */
export class Inbox {
  constructor(
    private readonly pool: Pool,
    private readonly codeVersion: string,
    private readonly check: (record: Incoming) => void,
  ) {}

  /** Throws RecordInvalid or SchemaUnknown, with nothing taken, for a record that is not what was promised. */
  async take(incoming: readonly Incoming[], marks: Marks): Promise<void> {
    for (const record of incoming) this.check(record);
    const records = incoming.filter(({ topic }) => topic === statistics.name);
    const placed = new Map(incoming.filter(({ topic }) => topic === places.name).map(({ key, value }) => [key, value] as const));
    await this.#transaction(async (client) => {
      await addRecords(client, records);
      await keepPlaces(client, placed);
      await this.#addChanges(client, [...new Set(records.map(({ key }) => key))]);
      for (const [at, next] of Object.entries(marks))
        await client.query('insert into statistics.mark values ($1, $2) on conflict (at) do update set next = excluded.next', [at, next]);
    });
  }

  /** Derives all changes of state again, and adds a row for each that this release sees otherwise. Gives how many. */
  async rederive(onProgress: (cases: number) => void = () => undefined): Promise<number> {
    let added = 0;
    let after = '';
    for (let done = 0; ;) {
      const { rows } = await this.pool.query<{ case_id: string }>(
        'select distinct case_id from statistics.record where case_id > $1 order by case_id limit 500',
        [after],
      );
      if (rows.length === 0) return added;
      added += await this.#transaction((client) =>
        this.#addChanges(
          client,
          rows.map((row) => row.case_id),
        ),
      );
      after = rows.at(-1)?.case_id ?? after;
      onProgress((done += rows.length));
    }
  }

  async marks(): Promise<Marks> {
    const { rows } = await this.pool.query<{ at: string; next: string }>('select at, next from statistics.mark where at <> $1', [
      CHECKPOINT,
    ]);
    return Object.fromEntries(rows.map(({ at, next }) => [at, next]));
  }

  /** Forgets everything, so that it is read again from the first record. */
  async empty(): Promise<void> {
    await this.#transaction((client) =>
      client.query('truncate statistics.record, statistics.place, statistics.mark, statistics.state_change'),
    );
  }

  /** Where no broker is: the relay's checkpoint is kept here, in the same transaction. */
  async checkpoint(): Promise<Checkpoint | null> {
    const { rows } = await this.pool.query<{ next: string }>('select next from statistics.mark where at = $1', [CHECKPOINT]);
    return rows[0] === undefined ? null : (JSON.parse(rows[0].next) as Checkpoint);
  }

  takeInProcess(incoming: readonly Incoming[], checkpoint: Checkpoint): Promise<void> {
    const wanted = incoming.filter(({ topic }) => topic === statistics.name || topic === places.name);
    return this.take(wanted, { [CHECKPOINT]: JSON.stringify(checkpoint) });
  }

  async #addChanges(client: PoolClient, caseIds: readonly string[]): Promise<number> {
    if (caseIds.length === 0) return 0;
    const records = await recordsOf(client, caseIds);
    const last = await lastChanges(client, caseIds);
    const added = [...records].flatMap(([caseId, told]) =>
      differences(deriveChanges(told), last.get(caseId) ?? new Map<number, StateChange>()),
    );
    if (added.length > 0) await client.query(ADD_CHANGES, [JSON.stringify(added), this.codeVersion]);
    return added.length;
  }

  async #transaction<T>(work: (client: PoolClient) => Promise<T>): Promise<T> {
    const client = await this.pool.connect();
    try {
      await client.query('begin');
      // One writer at a time: two would each see the changes of the other as new.
      await client.query("select pg_advisory_xact_lock(hashtextextended('kvp statistics inbox', 0))");
      const result = await work(client);
      await client.query('commit');
      client.release();
      return result;
    } catch (error) {
      client.release(true);
      throw error;
    }
  }
}

const ADD_CHANGES = `insert into statistics.state_change
  (case_id, sequence, person, birth_year, type, status, result, functional_on, recorded_at, code_version, schema_version)
  select c->>'case', (c->>'sequence')::int, c->>'person', (c->>'birthYear')::int, c->>'type', c->>'status', c->>'result',
    (c->>'functionalOn')::date, (c->>'recordedAt')::timestamptz, $2, (c->>'schemaVersion')::int
  from jsonb_array_elements($1::jsonb) c`;

async function addRecords(client: PoolClient, records: readonly Incoming[]): Promise<void> {
  if (records.length === 0) return;
  const columns = [
    records.map(({ headers }) => headers['ce_id']),
    records.map(({ key }) => key),
    records.map(({ headers }) => Number(headers['ce_sequence'])),
    records.map(({ headers }) => headers['ce_dataschema']),
    records.map(({ headers }) => headers['ce_time']),
    records.map(({ value }) => value),
  ];
  await client.query(
    `insert into statistics.record (id, case_id, sequence, schema, recorded_at, value)
     select * from unnest($1::text[], $2::text[], $3::int[], $4::text[], $5::timestamptz[], $6::jsonb[]) on conflict (id) do nothing`,
    columns,
  );
}

async function keepPlaces(client: PoolClient, placed: ReadonlyMap<string, string | null>): Promise<void> {
  const gone = [...placed].flatMap(([key, value]) => (value === null ? key : []));
  const told = [...placed].filter(([, value]) => value !== null);
  if (gone.length > 0) await client.query('delete from statistics.place where case_id = any($1)', [gone]);
  if (told.length === 0) return;
  await client.query(
    'insert into statistics.place select * from unnest($1::text[], $2::jsonb[]) on conflict (case_id) do update set value = excluded.value',
    [told.map(([key]) => key), told.map(([, value]) => value)],
  );
}

async function recordsOf(client: PoolClient, caseIds: readonly string[]): Promise<ReadonlyMap<string, readonly StatisticsRecord[]>> {
  const { rows } = await client.query<{ case_id: string; value: StatisticsRecord }>(
    'select case_id, value from statistics.record where case_id = any($1) order by case_id, sequence',
    [caseIds],
  );
  return Map.groupBy(rows, (row) => row.case_id)
    .entries()
    .reduce(
      (map, [id, own]) =>
        map.set(
          id,
          own.map(({ value }) => value),
        ),
      new Map<string, StatisticsRecord[]>(),
    );
}

async function lastChanges(client: PoolClient, caseIds: readonly string[]): Promise<ReadonlyMap<string, ReadonlyMap<number, StateChange>>> {
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

/** Every case as it was known by a moment: its records by then, and its place as it may be told now. */
export async function* casesKnownAt(
  pool: Pool,
  knownAt: string,
): AsyncGenerator<{ readonly records: readonly StatisticsRecord[]; readonly place: PlaceRecord | null }> {
  for (let after = ''; ;) {
    const { rows } = await pool.query<{ case_id: string; values: StatisticsRecord[]; place: PlaceRecord | null }>(
      `select r.case_id, jsonb_agg(r.value order by r.sequence) as values, p.value as place
       from statistics.record r left join statistics.place p using (case_id)
       where r.case_id > $1 and r.recorded_at <= $2 group by r.case_id, p.value order by r.case_id limit 1000`,
      [after, knownAt],
    );
    for (const row of rows) yield { records: row.values, place: row.place };
    if (rows.length < 1_000) return;
    after = rows.at(-1)?.case_id ?? after;
  }
}
