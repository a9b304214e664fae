import { type EventStore, createInMemoryEventStore } from '@kvp/event-store';
import { type KeyRing, createInMemoryKeyStore, createKeyRing, ephemeralKeyFile } from '@kvp/people';
import pg from 'pg';
import { type Projector, type ProjectorOptions, type ProjectorStatus, createProjector } from '../projector.ts';
import { PERSON, tally, tallyReader } from './tally.ts';

/** A log in memory, read models in a real database of their own, and a key ring with one person in it. */
export interface House extends ProjectorOptions {
  readonly store: EventStore;
  readonly pool: pg.Pool;
  readonly keys: KeyRing;
  readonly description: string;
  /** All rows of a view or table in `read`, by its key, sealed columns left out. */
  rows(name: string, ...columns: string[]): Promise<unknown[]>;
  close(): Promise<void>;
}

/** A database made for one spec: `testDatabase` of test/support. */
interface Database {
  readonly connectionString: string;
  readonly description: string;
  drop(): Promise<void>;
}

export async function openHouse(database: Database): Promise<House> {
  const pool = new pg.Pool({ connectionString: database.connectionString, max: 20 });
  const keys = createKeyRing({ keyStore: createInMemoryKeyStore(), keyFile: ephemeralKeyFile() });
  await keys.provide(PERSON);
  const store = createInMemoryEventStore();
  return {
    ...{ store, pool, keys, reader: tallyReader, projections: [tally], codeVersion: 'test', description: database.description },
    async rows(name, ...columns) {
      const { rows } = await pool.query<object>(`select ${columns.join(', ')} from read.${name} order by 1, 2`);
      return rows;
    },
    async close() {
      await store.close();
      await pool.end();
      await database.drop();
    },
  };
}

/** A projector that runs until it is stopped. */
export interface Running {
  readonly projector: Projector;
  stop(): Promise<void>;
}

export function start(options: ProjectorOptions): Running {
  const projector = createProjector(options);
  const stopping = new AbortController();
  const ended = projector.run(stopping.signal);
  return {
    projector,
    async stop() {
      stopping.abort();
      await ended;
    },
  };
}

/** Waits until the status is as wanted; throws with the last status after 20 s. */
export async function until({ projector }: Running, wanted: (status: ProjectorStatus) => boolean): Promise<ProjectorStatus> {
  const end = Date.now() + 20_000;
  for (;;) {
    const status = projector.status();
    if (wanted(status)) return status;
    if (Date.now() > end) throw new Error(`Not reached: ${JSON.stringify(status)}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

/** Waits until every event of the log is in the rows. */
export async function untilCaughtUp(running: Running, { store }: Pick<House, 'store'>): Promise<ProjectorStatus> {
  const head = await store.head();
  return until(running, ({ lines }) => lines.every(({ state, position }) => state === 'live' && position === head));
}
