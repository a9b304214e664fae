import { readFileSync } from 'node:fs';
import { kafkaSettings } from '@kvp/service';
import { createKafka } from '@kvp/topics';
import pg from 'pg';
import { type Logger, pino } from 'pino';
import type { StatisticsConfig } from './config.ts';
import { type ReadingStatus, follow } from './follow.ts';
import { openStatistics } from './open-statistics.ts';

/** Statistics that run, and the door that they are asked at. */
export interface RunningStatistics {
  readonly url: string;
  status(): ReadingStatus;
  /** Ends them in order. Calling it again waits for the same end. */
  close(): Promise<void>;
}

const { version } = JSON.parse(readFileSync(new URL('../../../package.json', import.meta.url), 'utf8')) as { readonly version: string };

/** Starts the statistics by themselves, fed by Kafka. With `rebuild` they forget all, and read from the first record. */
export async function startStatistics(
  config: StatisticsConfig,
  { rebuild = false }: { readonly rebuild?: boolean } = {},
  log: Logger = pino({ level: config.logLevel, base: null }),
): Promise<RunningStatistics> {
  await using started = new AsyncDisposableStack();
  const pool = new pg.Pool({ connectionString: config.databaseUrl, max: 4, connectionTimeoutMillis: 3_000, keepAlive: true });
  pool.on('error', (error) => log.warn({ error: error.name }, 'A connection to the database broke.'));
  started.defer(() => pool.end());
  let status: ReadingStatus = { state: 'waiting', reason: null, taken: 0 };
  const statistics = await openStatistics(
    { pool, codeVersion: version, log, status: () => ({ ready: status.state === 'reading', ...status }), ...config },
    started,
  );
  const { url } = statistics;
  if (rebuild) await statistics.inbox.empty();
  const stop = new AbortController();
  const source = { kafka: createKafka(kafkaSettings(config.kafka, 'kvp-statistics')), prefix: config.kafka.prefix };
  const running = follow(statistics, source, log, stop.signal, (now) => (status = now));
  started.defer(async () => {
    stop.abort();
    await running;
  });
  log.info({ url }, 'The statistics run.');
  const everything = started.move();
  let closing: Promise<void> | undefined;
  return { url, status: () => status, close: () => (closing ??= everything.disposeAsync()) };
}
