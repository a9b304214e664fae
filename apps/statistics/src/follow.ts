import { setTimeout as sleep } from 'node:timers/promises';
import { type KafkaClient, TopicCut, places, readTopics, statistics } from '@kvp/topics';
import type { Logger } from 'pino';
import type { OpenStatistics } from './open-statistics.ts';
import { isFinal } from './record-refused.ts';

/** How the reading stands. */
export interface ReadingStatus {
  readonly state: 'reading' | 'waiting' | 'stopped';
  readonly reason: string | null;
  readonly taken: number;
}

const LONGEST_PAUSE_MS = 5_000;

/** Reads the topics into the inbox, through outages, until the signal aborts or a record is not what was promised. Never throws. */
export async function follow(
  { inbox, prepare }: Pick<OpenStatistics, 'inbox' | 'prepare'>,
  { kafka, prefix }: { readonly kafka: KafkaClient; readonly prefix: string },
  log: Pick<Logger, 'warn' | 'error'>,
  signal: AbortSignal,
  onStatus: (status: ReadingStatus) => void,
): Promise<void> {
  let taken = 0;
  for (let tries = 0; !signal.aborted;) {
    try {
      await prepare(signal);
      onStatus({ state: 'reading', reason: null, taken });
      await readTopics({
        ...{ kafka, prefix, groupId: `${prefix}statistics`, signal },
        topics: [statistics.name, places.name],
        marks: await inbox.marks(),
        handle: async (records, marks) => {
          await inbox.take(records, marks);
          tries = 0;
          onStatus({ state: 'reading', reason: null, taken: (taken += records.length) });
        },
      });
    } catch (error) {
      if (isFinal(error) || error instanceof TopicCut) {
        onStatus({ state: 'stopped', reason: error.message, taken });
        log.error({ reason: error.message }, 'The statistics have stopped. Nothing was skipped.');
        return;
      }
      const reason = Error.isError(error) ? error.name : 'unknown';
      onStatus({ state: 'waiting', reason, taken });
      log.warn({ reason, tries }, 'The statistics wait for the brokers or the database.');
      await sleep(Math.min(LONGEST_PAUSE_MS, 100 * 2 ** Math.min(tries++, 10)), undefined, { signal }).catch(() => undefined);
    }
  }
}
