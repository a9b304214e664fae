import type { EventStore } from '@kvp/event-store';
import type { KeyFile, KeyRing } from '@kvp/people';
import { lead } from '@kvp/service';
import { isFinal, openStatistics } from '@kvp/statistics';
import { PublishingStopped, Relay, type RelayStatus, type Taker, createInProcessPublisher, createPseudonyms } from '@kvp/topics';
import type { Logger } from 'pino';
import type { SystemConfig } from '../config/system-config.ts';
import type { Probe } from '../ports.ts';
import { VERSION } from '../version.ts';
import { openWorkPool } from './open-database.ts';
import { relayProbe, statisticsProbe } from './probes.ts';

export interface StatisticsParts {
  readonly store: EventStore;
  readonly keys: KeyRing;
  readonly keyFile: KeyFile;
  readonly connectionString: string;
  readonly log: Logger;
}

export interface Statistics {
  /** Where figures from published records are asked; undefined where they are kept elsewhere. */
  readonly url: string | undefined;
  readonly probes: readonly Probe[];
  /** Begins to publish the log to them, when the doors are open. */
  readonly follow: () => void;
}

const NONE: Statistics = { url: undefined, probes: [], follow: () => undefined };

/**
 * The relay and the statistics in this process: the same records as over Kafka, handed over without a broker. Of several processes on one
 * database one relays, and all answer. Closes with the stack.
 */
export async function openInlineStatistics(
  { statistics: mode, statisticsPort, host }: Pick<SystemConfig, 'statistics' | 'statisticsPort' | 'host'>,
  { store, keys, keyFile, connectionString, log }: StatisticsParts,
  stack: AsyncDisposableStack,
): Promise<Statistics> {
  if (mode === 'off') return NONE;
  // Reports read for long, and so does what derives all again.
  const pool = openWorkPool(connectionString, 4, log, stack);
  let relay: Relay | undefined;
  const status = (): RelayStatus | { readonly state: 'standby' } => relay?.status() ?? { state: 'standby' };
  const { inbox, url, prepare } = await openStatistics(
    {
      ...{ pool, codeVersion: VERSION, log, host, port: statisticsPort, setting: 'STATISTICS_PORT' },
      status: () => ({ ready: status().state !== 'stopped', ...status() }),
    },
    stack,
  );
  const stop = new AbortController();
  const run = async (signal: AbortSignal): Promise<void> => {
    const checkpoint = async () => {
      await prepare(signal);
      return await inbox.checkpoint();
    };
    const take: Taker['take'] = async (messages, place) => {
      try {
        await inbox.takeInProcess(messages, place);
      } catch (error) {
        throw isFinal(error) ? new PublishingStopped(error.message, { cause: error }) : error;
      }
    };
    relay = new Relay({
      ...{ store, keys, log, pseudonyms: createPseudonyms(keyFile) },
      publisher: () => createInProcessPublisher({ checkpoint, take }),
    });
    await relay.run(signal);
    if (relay.status().state !== 'stopped') relay = undefined;
  };
  const onOutage = (kind: string): void => log.warn({ kind }, 'The relay waits for the database.');
  let running: Promise<void> | undefined;
  stack.defer(() => {
    stop.abort();
    return running;
  });
  return {
    url,
    probes: [relayProbe(status), statisticsProbe(url, pool)],
    follow: () => void (running ??= lead({ connectionString, lock: 'kvp relay in-process', signal: stop.signal, onOutage }, run)),
  };
}
