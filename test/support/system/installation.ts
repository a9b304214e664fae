import { type CommandService, createCommandService } from '@kvp/deciding';
import { type EventStore, createEventStoreDbStore, createPostgresEventStore } from '@kvp/event-store';
import { type KeyRing, createKeyRing, createPostgresKeyStore, openKeyFile } from '@kvp/people';
import pg from 'pg';

/** Where an installation of ours keeps its things. */
export interface Place {
  readonly connectionString: string;
  readonly keyFile: string;
  /** EventStoreDB for the log; PostgreSQL keeps it when left out. */
  readonly eventStoreUrl?: string;
}

export interface Installation {
  readonly store: EventStore;
  readonly keys: KeyRing;
  readonly pool: pg.Pool;
  readonly commands: CommandService;
  close(): Promise<void>;
}

/** The parts below the doors, in this process: for filling a log and for reading it without HTTP. */
export async function openInstallation({ connectionString, keyFile: path, eventStoreUrl }: Place): Promise<Installation> {
  const pool = new pg.Pool({ connectionString });
  // Idle connections to a server that is taken away are no fault: the next query meets it.
  pool.on('error', () => undefined);
  const keyFile = openKeyFile(path, { create: true });
  const keys = createKeyRing({ keyFile, keyStore: await createPostgresKeyStore(pool) });
  const store =
    eventStoreUrl === undefined
      ? createPostgresEventStore({ connectionString })
      : createEventStoreDbStore({ connectionString: eventStoreUrl });
  return {
    store,
    keys,
    pool,
    commands: createCommandService({ store, keys, keyFile, codeVersion: 'bench' }),
    async close() {
      await store.close();
      await pool.end();
    },
  };
}
