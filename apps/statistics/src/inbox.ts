import { type CaseState, initialState } from '@kvp/lifecycle';
import { type Checkpoint, type Marks, RecordInvalid, SchemaUnknown, type StatisticsRecord, places, statistics } from '@kvp/topics';
import { LRUCache } from 'lru-cache';
import type { Pool, PoolClient } from 'pg';
import { type StateChange, deriveChanges, differences } from './derive.ts';
import { RecordRefused } from './record-refused.ts';
import { type Incoming, addChanges, addRecords, keepPlaces, lastChanges, lastSequences, recordsOf } from './inbox-rows.ts';

const CHECKPOINT = 'in-process';

/** Cases whose state is kept at hand, with the last record that is in it; that of another is folded from its records. */
const KEPT_CASES = 20_000;

interface Folded {
  readonly state: CaseState;
  readonly sequence: number;
}

const NOTHING: Folded = { state: initialState, sequence: -1 };

/** The records that are new, each once though it may have been sent twice. */
function firstOfEach(records: readonly Incoming[], added: ReadonlySet<string>): readonly StatisticsRecord[] {
  const left = new Set(added);
  return records
    .filter(({ headers }) => left.delete(headers['ce_id'] ?? ''))
    .map(({ value }) => JSON.parse(value ?? '') as StatisticsRecord);
}

const followOn = (told: readonly StatisticsRecord[], after: number): boolean =>
  told.every(({ sequence }, n) => sequence > (told[n - 1]?.sequence ?? after));
const sequenceAfter = (told: readonly StatisticsRecord[]): number => told.at(-1)?.sequence ?? NOTHING.sequence;

/** Takes records into the database: each once, together with how far the reading has come. */
export class Inbox {
  readonly #folded = new LRUCache<string, Folded>({ max: KEPT_CASES });

  constructor(
    private readonly pool: Pool,
    private readonly codeVersion: string,
    private readonly check: (record: Incoming) => void,
  ) {}

  /** Throws RecordRefused for a record that is not what was promised: what stands before it is taken, it and what comes after it is not. */
  async take(incoming: readonly Incoming[], marks: Marks): Promise<void> {
    const refused = this.#firstRefused(incoming);
    if (refused === undefined) return await this.#take(incoming, marks);
    const { at, error } = refused;
    const { topic, partition, offset } = incoming[at] ?? {};
    if (at > 0) await this.#take(incoming.slice(0, at), offset === undefined ? {} : { [`${topic}/${partition}`]: offset });
    throw error;
  }

  async #take(incoming: readonly Incoming[], marks: Marks): Promise<void> {
    const records = incoming.filter(({ topic }) => topic === statistics.name);
    const placed = new Map(incoming.filter(({ topic }) => topic === places.name).map(({ key, value }) => [key, value] as const));
    const folded = await this.#transaction(async (client) => {
      const now = await this.#addNew(client, records);
      await keepPlaces(client, placed);
      await client.query(
        'insert into statistics.mark select * from unnest($1::text[], $2::text[]) on conflict (at) do update set next = excluded.next',
        [Object.keys(marks), Object.values(marks)],
      );
      return now;
    });
    // Only what is committed is gone on from.
    for (const [id, state] of folded) this.#folded.set(id, state);
  }

  /** Derives all changes of state again, and adds a row for each that this release sees otherwise. Gives how many. */
  async rederive({ signal }: { readonly signal?: AbortSignal } = {}): Promise<number> {
    let added = 0;
    let after = '';
    while (signal?.aborted !== true) {
      const { rows } = await this.pool.query<{ case_id: string }>(
        'select distinct case_id from statistics.record where case_id > $1 order by case_id limit 500',
        [after],
      );
      if (rows.length === 0) break;
      added += await this.#transaction((client) =>
        this.#addDifferences(
          client,
          rows.map((row) => row.case_id),
        ),
      );
      after = rows.at(-1)?.case_id ?? after;
    }
    return added;
  }

  async marks(): Promise<Marks> {
    const { rows } = await this.pool.query<{ at: string; next: string }>('select at, next from statistics.mark where at <> $1', [
      CHECKPOINT,
    ]);
    return Object.fromEntries(rows.map(({ at, next }) => [at, next]));
  }

  /** Forgets everything, so that it is read again from the first record. */
  async empty(): Promise<void> {
    this.#folded.clear();
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

  #firstRefused(incoming: readonly Incoming[]): { readonly at: number; readonly error: RecordRefused } | undefined {
    for (const [at, record] of incoming.entries()) {
      try {
        this.check(record);
      } catch (error) {
        if (error instanceof RecordInvalid || error instanceof SchemaUnknown) return { at, error: new RecordRefused(record, error) };
        throw error;
      }
    }
    return undefined;
  }

  /** Records that are new, and the change of state that each makes. Gives how their cases stand now. */
  async #addNew(client: PoolClient, records: readonly Incoming[]): Promise<ReadonlyMap<string, Folded>> {
    const caseIds = [...new Set(records.map(({ key }) => key))];
    const last = await lastSequences(client, caseIds);
    const added = await addRecords(client, records);
    const news = Map.groupBy(firstOfEach(records, added), (record) => record.case);
    const folded = new Map<string, Folded>();
    const changes: StateChange[] = [];
    const unknown: string[] = [];
    for (const [id, told] of news) {
      const { state, sequence } = this.#folded.get(id) ?? NOTHING;
      if (sequence !== (last.get(id) ?? NOTHING.sequence) || !followOn(told, sequence)) {
        unknown.push(id);
        continue;
      }
      const derived = deriveChanges(told, state);
      changes.push(...derived.changes);
      folded.set(id, { state: derived.state, sequence: sequenceAfter(told) });
    }
    await addChanges(client, changes, this.codeVersion);
    await this.#addDifferences(client, unknown, folded);
    return folded;
  }

  /** Derives the changes of whole cases. Gives how many rows that added. */
  async #addDifferences(client: PoolClient, caseIds: readonly string[], folded = new Map<string, Folded>()): Promise<number> {
    if (caseIds.length === 0) return 0;
    const last = await lastChanges(client, caseIds);
    const added: StateChange[] = [];
    for (const [id, told] of await recordsOf(client, caseIds)) {
      const { changes, state } = deriveChanges(told);
      added.push(...differences(changes, last.get(id) ?? new Map<number, StateChange>()));
      folded.set(id, { state, sequence: sequenceAfter(told) });
    }
    await addChanges(client, added, this.codeVersion);
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
