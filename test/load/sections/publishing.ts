import { join } from 'node:path';
import { startBroker } from '../../support/kafka-broker/broker.ts';
import { KafkaMissing } from '../../support/kafka-broker/jars.ts';
import { parties } from '../harness/parties.ts';
import { runProgram } from '../harness/program.ts';
import { perSecond, table } from '../harness/table.ts';
import type { Published, PublishingMeasured } from '../own/publishing.ts';
import { type BenchRun, goal } from './bench-run.ts';

/** Enough for the speed to settle, and for what is sent to be kept for the client alone. */
const MOST_EVENTS = 50_000;

/** The relay beside the client alone, which sends the same records in the same transactions; and the statistics that read them. */
export async function publishingSection({ options, place, server, seeded }: BenchRun): Promise<string> {
  const title = 'Publishing on Kafka, and statistics from it';
  let broker;
  try {
    broker = await startBroker({ dataDir: join(server.folder, 'kafka') });
  } catch (error) {
    if (error instanceof KafkaMissing) return `${title}\nLEFT OUT: ${error.message}`;
    throw error;
  }
  try {
    const statisticsUrl = await server.database('statistics');
    const events = Math.min(MOST_EVENTS, seeded.events, options.events);
    const measured = await runProgram<PublishingMeasured>(parties.publishing, { place, brokers: broker.brokers, statisticsUrl, events });
    const { relay, raw, consumer } = measured;
    const rate = ({ events: count, seconds }: Published): number => count / seconds;
    const read = consumer.records / consumer.seconds;
    return [
      title,
      table(
        [`${relay.records} records in transactions of 500 events`, 'events/s', 'to the client alone', 'processor'],
        [
          ['our relay: read, unseal, map, check, send', perSecond(rate(relay)), ratio(rate(relay) / rate(raw)), seconds(relay)],
          ['kafkajs alone, the same records', perSecond(rate(raw)), ratio(1), seconds(raw)],
        ],
      ),
      goal(rate(relay) / rate(raw) >= 0.6, `${ratio(rate(relay) / rate(raw))} the client alone (at least 0.6 x)`),
      goal(rate(relay) >= 5_000, `${perSecond(rate(relay))} events/s published (at least 5 000)`),
      goal(
        read >= 10_000,
        `${perSecond(read)} events/s from Kafka into PostgreSQL, ${consumer.processorSeconds.toFixed(1)} s of a processor for ${consumer.records} (at least 10 000)`,
      ),
    ].join('\n');
  } finally {
    await broker.kill();
  }
}

const ratio = (value: number): string => `${value.toFixed(2)} x`;
const seconds = ({ processorSeconds }: Published): string => `${processorSeconds.toFixed(1)} s`;
