import { createEventStoreDbStore, createPostgresEventStore } from '@kvp/event-store';
import { createKeyRing, createPostgresKeyStore, openKeyFile } from '@kvp/people';
import { kafkaSettings, lead, openDoor } from '@kvp/service';
import { Relay, createKafka, createKafkaPublisher, createPseudonyms } from '@kvp/topics';
import pg from 'pg';
import { type Logger, pino } from 'pino';
import type { RelayConfig } from './config.ts';
import { type RelayNow, answerOf } from './door.ts';

/** A relay that runs, and the door that its health is asked at. */
export interface RunningRelay {
  readonly url: string;
  status(): RelayNow;
  /** Ends it in order. Calling it again waits for the same end. */
  close(): Promise<void>;
}

/** Starts the relay by itself. What was started is stopped again when something fails. */
export async function startRelay(config: RelayConfig, log: Logger = pino({ level: config.logLevel, base: null })): Promise<RunningRelay> {
  await using started = new AsyncDisposableStack();
  const keyFile = openKeyFile(config.keyFile, { create: false });
  const pool = new pg.Pool({ connectionString: config.databaseUrl, max: 2, connectionTimeoutMillis: 3_000, keepAlive: true });
  pool.on('error', () => undefined);
  started.defer(() => pool.end());
  const store = openStore(config, log);
  started.defer(() => store.close());
  const keys = createKeyRing({ keyStore: await createPostgresKeyStore(pool), keyFile });
  const onTrouble = (what: string): void => log.debug({ what }, 'The Kafka client mends a connection.');
  const relay = new Relay({
    ...{ store, keys, log, pseudonyms: createPseudonyms(keyFile) },
    publisher: () =>
      createKafkaPublisher({ kafka: createKafka({ ...kafkaSettings(config.kafka, 'kvp-relay'), onTrouble }), prefix: config.kafka.prefix }),
  });
  let leads = false;
  const status = (): RelayNow => (leads ? relay.status() : { state: 'standby' });
  const stop = new AbortController();
  const running = lead(
    {
      ...{ connectionString: config.databaseUrl, lock: 'kvp relay 0', signal: stop.signal },
      onOutage: (kind) => log.warn({ kind }, 'The relay waits for the database.'),
    },
    async (leading) => {
      leads = true;
      await relay.run(leading);
      leads = relay.status().state === 'stopped';
    },
  );
  started.defer(async () => {
    stop.abort();
    await running;
  });
  const door = await openDoor((url) => answerOf(url, status()), config);
  started.defer(() => door.close());
  log.info({ url: door.url, eventStore: store.description }, 'The relay runs.');

  const everything = started.move();
  let closing: Promise<void> | undefined;
  return { url: door.url, status, close: () => (closing ??= everything.disposeAsync()) };
}

function openStore({ databaseUrl, eventStoreUrl }: RelayConfig, log: Logger) {
  const onTrouble = (error: Error): void => log.warn({ error: error.name }, 'The event store mends a connection.');
  return eventStoreUrl === undefined
    ? createPostgresEventStore({ connectionString: databaseUrl, onTrouble })
    : createEventStoreDbStore({ connectionString: eventStoreUrl, onTrouble });
}
