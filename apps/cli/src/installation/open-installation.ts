import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { type SystemConfig, createLogger, databaseUrl, openEventStore, openWorkPool } from '@kvp/api';
import type { EventStore } from '@kvp/event-store';
import { type KeyFile, type KeyRing, type KeyStore, createKeyRing, createPostgresKeyStore, openKeyFile } from '@kvp/people';
import type { Pool } from 'pg';
import { CliError, EXIT } from '../exit-status.ts';

/** What an installation is made of, without its doors. */
export interface Installation {
  readonly store: EventStore;
  readonly pool: Pool;
  readonly keyStore: KeyStore;
  /** The installation's secrets, and what they open; read when first asked for. */
  readonly keyFile: KeyFile;
  readonly keys: KeyRing;
}

export interface OpenOptions {
  /** Where none is yet, one is made. */
  readonly create?: boolean;
  /** Told in English of what the connections get over by themselves. */
  readonly complain: (text: string) => void;
}

/** A rebuild holds one connection for good and borrows others; nothing else is done meanwhile. */
const CONNECTIONS = 8;

/**
 * Opens the database and the event store that are configured, for one command, and closes them after it. Throws CliError where there
 * is no installation, EmbeddedPostgresError while a running system has the data folder.
 */
export async function withInstallation<T>(
  config: SystemConfig,
  { create = false, complain }: OpenOptions,
  use: (installation: Installation) => Promise<T>,
): Promise<T> {
  const isOwn = config.databaseUrl === undefined;
  if (isOwn && !create && !existsSync(config.dataDir))
    throw new CliError(`There is no installation in ${config.dataDir}. Set KVP_DATA_DIR, or DATABASE_URL.`, EXIT.configuration);
  if (isOwn) await mkdir(config.dataDir, { recursive: true });

  await using stack = new AsyncDisposableStack();
  const log = createLogger({ logLevel: 'warn' }, { write: (line) => complain(line.trimEnd()) });
  const connectionString = await databaseUrl(config, log, stack);
  const pool = openWorkPool(connectionString, CONNECTIONS, log, stack);
  const store = openEventStore(config, connectionString, log, stack);
  const keyStore = await createPostgresKeyStore(pool);
  let secrets: { readonly keyFile: KeyFile; readonly keys: KeyRing } | undefined;
  const opened = (): { readonly keyFile: KeyFile; readonly keys: KeyRing } => {
    if (secrets === undefined) {
      const keyFile = openKeyFile(config.keyFile, { create: false });
      secrets = { keyFile, keys: createKeyRing({ keyStore, keyFile }) };
    }
    return secrets;
  };
  return await use({
    store,
    pool,
    keyStore,
    get keyFile() {
      return opened().keyFile;
    },
    get keys() {
      return opened().keys;
    },
  });
}
