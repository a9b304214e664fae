import { readFileSync } from 'node:fs';
import { createEventStoreDbStore, createPostgresEventStore } from '@kvp/event-store';
import { createKeyRing, createPostgresKeyStore, openKeyFile } from '@kvp/people';
import { type KafkaSettings, Relay, createKafka, createKafkaPublisher, createPseudonyms } from '@kvp/topics';
import pg from 'pg';
import { type Logger, pino } from 'pino';
import type { KafkaConfig, RelayConfig } from './config.ts';
import { type RelayNow, openDoor } from './door.ts';
import { lead } from './lead.ts';

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
    // No grading is recorded in the log yet; when it is, it is asked here. See docs/decisions/0044.
    isProtected: () => false,
    publisher: () =>
      createKafkaPublisher({ kafka: createKafka(settingsOf(config.kafka, 'kvp-relay', onTrouble)), prefix: config.kafka.prefix }),
  });
  let leads = false;
  const status = (): RelayNow => (leads ? relay.status() : { state: 'standby' });
  const stop = new AbortController();
  const running = lead(
    config.databaseUrl,
    stop.signal,
    async (leading) => {
      leads = true;
      await relay.run(leading);
      leads = relay.status().state === 'stopped';
    },
    (kind) => log.warn({ kind }, 'The relay waits for the database.'),
  );
  started.defer(async () => {
    stop.abort();
    await running;
  });
  const door = await openDoor(status, config.port, config.host);
  started.defer(() => door.close());
  log.info({ url: door.url, eventStore: store.description }, 'The relay runs.');

  const everything = started.move();
  let closing: Promise<void> | undefined;
  return { url: door.url, status, close: () => (closing ??= everything.disposeAsync()) };
}

/** The client's settings, with the certificates read. */
export function settingsOf({ brokers, tls }: KafkaConfig, clientId: string, onTrouble: (what: string) => void): KafkaSettings {
  if (tls === undefined) return { brokers, clientId, onTrouble };
  const [ca, cert, key] = [tls.caPath, tls.certificatePath, tls.privateKeyPath].map((path) => readFileSync(path, 'utf8')) as [
    string,
    string,
    string,
  ];
  return { brokers, clientId, onTrouble, ssl: { ca, cert, key } };
}

function openStore({ databaseUrl, eventStoreUrl }: RelayConfig, log: Logger) {
  const onTrouble = (error: Error): void => log.warn({ error: error.name }, 'The event store mends a connection.');
  return eventStoreUrl === undefined
    ? createPostgresEventStore({ connectionString: databaseUrl, onTrouble })
    : createEventStoreDbStore({ connectionString: eventStoreUrl, onTrouble });
}
