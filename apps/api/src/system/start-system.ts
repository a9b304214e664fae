import { mkdir } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { createAccessLog, createAccessLogReader, type DevelopmentIssuer, prepareAccessLog } from '@kvp/access';
import { type CommandService, createCommandService, createPaymentService, createRegisterFiles } from '@kvp/deciding';
import { createAppealFiles, withDocuments } from '@kvp/appeal-file';
import type { Documents } from '@kvp/documents';
import type { EventStore } from '@kvp/event-store';
import { type Actor, commands as catalogue } from '@kvp/lifecycle';
import { createKeyRing, createPostgresKeyStore, type KeyRing, openKeyFile } from '@kvp/people';
import { casesByMunicipality, paymentCases } from '@kvp/projections';
import { onPort } from '@kvp/service';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Pool } from 'pg';
import type { DestinationStream, Logger } from 'pino';
import type { SystemConfig } from '../config/system-config.ts';
import { createApi } from '../create-api.ts';
import type { ApiPorts } from '../ports.ts';
import { VERSION } from '../version.ts';
import { createLogger } from './logger.ts';
import { databaseUrl, openPool } from './open-database.ts';
import { openDocuments } from './open-documents.ts';
import { openEventStore } from './open-event-store.ts';
import { openIdentities } from './open-identities.ts';
import { openNotary } from './open-notary.ts';
import { openReadModels } from './open-read-models.ts';
import { openInlineStatistics } from './open-statistics.ts';
import { databaseProbe, storeProbe } from './probes.ts';

/** A running system: doors, read models and, when nothing is configured, a database and an issuer of its own. */
export interface System {
  /** Where the doors are, without a slash at the end. */
  readonly url: string;
  /** Where the statistics of this process answer. */
  readonly statisticsUrl: string | undefined;
  readonly developmentIssuer: DevelopmentIssuer | undefined;
  readonly commands: CommandService;
  readonly documents: Documents;
  readonly store: EventStore;
  readonly keys: KeyRing;
  readonly pool: Pool;
  /** A token for any actor. Throws where tokens come from configured issuers. */
  tokenFor(actor: Actor): Promise<string>;
  /** Takes no new requests, answers those that are here, then stops everything in turn. Calling it again waits for the same end. */
  close(): Promise<void>;
}

export interface StartOptions {
  /** Where log lines go; standard output when left out. */
  readonly logTo?: DestinationStream;
}

const DRAIN_MS = 10_000;

/**
 * Starts everything that `config` asks for. What was started is stopped again when something fails. Throws ConfigurationError when a
 * port cannot be opened.
 */
export async function startSystem(config: SystemConfig, { logTo }: StartOptions = {}): Promise<System> {
  await using started = new AsyncDisposableStack();
  const log = createLogger(config, logTo);
  const isOwn = config.databaseUrl === undefined;
  if (isOwn) await mkdir(config.dataDir, { recursive: true });
  const connectionString = await databaseUrl(config, log, started);
  const keyFile = openKeyFile(config.keyFile, { create: isOwn });
  const pool = openPool(connectionString, log, started);
  const store = openEventStore(config, connectionString, log, started);
  const keys = createKeyRing({ keyStore: await createPostgresKeyStore(pool), keyFile });
  const documents = openDocuments(config, keys);
  // Who decides and who pays in one process have the same policy and rates at any moment.
  const registers = createRegisterFiles(store, keys, () => performance.now());
  const commands = createCommandService({ store, keys, keyFile, codeVersion: VERSION, supply: documents.supply, registers });
  const { tokens, developmentIssuer } = await openIdentities(config, started);
  await prepareAccessLog(pool);
  const readModels = await openReadModels(config, { store, keys, pool, connectionString, log, rates: commands.rates }, started);
  const notary = await openNotary(config, { store, keys, pool, connectionString, log }, started);
  const statistics = await openInlineStatistics(config, { store, keys, keyFile, connectionString, log }, started);

  const app = await createApi(
    {
      definitions: Object.values(catalogue),
      commands,
      documents,
      payments: createPaymentService({
        store,
        keys,
        codeVersion: VERSION,
        registers,
        cases: paymentCases({ store, pool, keys, rates: commands.rates }),
      }),
      queries: readModels.queries,
      reports: { store, keys, index: casesByMunicipality(pool) },
      appealFiles: createAppealFiles({ store, sources: withDocuments(documents.files, notary.proven) }),
      tokens,
      log: notary.door,
      accessLog: createAccessLog(pool),
      accessReader: createAccessLogReader(pool),
      probes: [storeProbe(store), databaseProbe(pool), ...readModels.probes, ...notary.probes, ...statistics.probes],
      requestsMaySetTime: developmentIssuer !== undefined,
      clock: () => Temporal.Now.instant(),
      ...reporting(log),
    },
    { version: VERSION },
  );
  started.defer(() => drain(app));
  await onPort('PORT', config.port, app.listen(config.port, config.host));
  const { port } = app.getHttpServer().address() as AddressInfo;
  const url = `http://${config.host}:${port}`;
  readModels.follow();
  notary.follow();
  statistics.follow();
  log.info({ url, eventStore: store.description }, 'Ready.');

  const running = started.move();
  let closing: Promise<void> | undefined;
  return {
    url,
    statisticsUrl: statistics.url,
    developmentIssuer,
    commands,
    documents,
    store,
    keys,
    pool,
    tokenFor(actor) {
      if (developmentIssuer === undefined) throw new TypeError('Tokens come from the configured issuers.');
      return developmentIssuer.tokenFor(actor);
    },
    close: () => (closing ??= running.disposeAsync()),
  };
}

const reporting = (log: Logger): Pick<ApiPorts, 'reportFault' | 'logRequest'> => ({
  reportFault: (fault) => log.error(fault, 'A request failed.'),
  logRequest: (line) => log.info(line, 'request'),
});

/** Requests under way are answered; connections that outlast the time are cut. */
async function drain(app: NestFastifyApplication): Promise<void> {
  const cut = setTimeout(() => app.getHttpServer().closeAllConnections(), DRAIN_MS);
  await app.close();
  clearTimeout(cut);
}
