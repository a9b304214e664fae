import { createEventStoreDbStore, createPostgresEventStore } from '@kvp/event-store';
import { createKeyRing, createPostgresKeyStore, openKeyFile } from '@kvp/people';
import { type CheckpointKeys, createNotary, openCheckpointKeys } from '@kvp/notary';
import { createProjector, projections } from '@kvp/projections';
import { openDoor } from '@kvp/service';
import pg from 'pg';
import { type Logger, pino } from 'pino';
import type { ProjectorConfig } from './config.ts';
import { type Status, answerHealth } from './health.ts';
import { VERSION } from './version.ts';

/** A projector that runs, and the door that its health is asked at. */
export interface RunningProjector {
  readonly url: string;
  status(): Status;
  /** Ends it in order: what is being written is written first. Calling it again waits for the same end. */
  close(): Promise<void>;
}

const CONNECT_TIMEOUT_MS = 3_000;

/** Starts the projector by itself. What was started is stopped again when something fails. */
export async function startProjector(
  config: ProjectorConfig,
  log: Logger = pino({ level: config.logLevel, base: null }),
): Promise<RunningProjector> {
  await using started = new AsyncDisposableStack();
  const keyFile = openKeyFile(config.keyFile, { create: false });
  // A read model holds one connection for good, and borrows one for a rebuild; one more for keys, one for migrations, and three for the tree.
  const max = projections.length * 2 + 5;
  const pool = new pg.Pool({ connectionString: config.databaseUrl, max, connectionTimeoutMillis: CONNECT_TIMEOUT_MS, keepAlive: true });
  pool.on('error', () => undefined);
  started.defer(() => pool.end());
  const store = openStore(config, log);
  started.defer(() => store.close());
  const keys = createKeyRing({ keyStore: await createPostgresKeyStore(pool), keyFile });
  const projector = createProjector({ store, pool, keys, codeVersion: VERSION, log });
  const checkpointKeys = keysOf(config, log);
  const notary = createNotary({ store, pool, keys, checkpointKeys, clock: () => Temporal.Now.instant(), codeVersion: VERSION, log });
  const stop = new AbortController();
  const running = Promise.all([projector.run(stop.signal), notary.run(stop.signal)]);
  started.defer(async () => {
    stop.abort();
    await running;
  });
  const status = (): Status => ({ ...projector.status(), logTree: notary.status() });
  const door = await openDoor((url) => answerHealth(url, status()), config);
  started.defer(() => door.close());
  log.info({ url: door.url, eventStore: store.description }, 'The projector runs.');

  const everything = started.move();
  let closing: Promise<void> | undefined;
  return { url: door.url, status, close: () => (closing ??= everything.disposeAsync()) };
}

/** Read when something is signed; once now, so that a file that cannot be used is told at the start. */
function keysOf({ checkpointKeys: path, environment }: ProjectorConfig, log: Logger): () => CheckpointKeys | null {
  const open = (): CheckpointKeys | null => (path === undefined ? null : openCheckpointKeys(path, { create: null, environment }));
  if (open() === null) log.warn('Nothing is signed here: set CHECKPOINT_KEYS to a file with a key.');
  return open;
}

function openStore({ databaseUrl, eventStoreUrl }: ProjectorConfig, log: Logger) {
  const onTrouble = (error: Error): void => log.warn({ error: error.name }, 'The event store mends a connection.');
  return eventStoreUrl === undefined
    ? createPostgresEventStore({ connectionString: databaseUrl, onTrouble })
    : createEventStoreDbStore({ connectionString: eventStoreUrl, onTrouble });
}
