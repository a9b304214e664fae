import { openKeyFile } from '@kvp/people';
import { Inbox, follow, prepareTables } from '@kvp/statistics';
import {
  type KafkaClient,
  type Message,
  type Publisher,
  RECORD_KINDS,
  Relay,
  createKafka,
  createKafkaPublisher,
  createPseudonyms,
  createRecordValidator,
  publishedSchemas,
  statistics,
} from '@kvp/topics';
import pg from 'pg';
import { pino } from 'pino';
import { type Place, openInstallation } from '../../support/system/installation.ts';
import { program } from '../harness/program.ts';

export interface PublishingInput {
  readonly place: Place;
  readonly brokers: string;
  /** An empty database for the statistics. */
  readonly statisticsUrl: string;
  /** Events of the log that are published. */
  readonly events: number;
}

/** One way to publish the same records. */
export interface Published {
  readonly events: number;
  readonly records: number;
  readonly seconds: number;
  readonly processorSeconds: number;
}

export interface PublishingMeasured {
  readonly relay: Published;
  readonly raw: Published;
  readonly consumer: { readonly records: number; readonly seconds: number; readonly processorSeconds: number };
}

const BATCH = 500;
const SILENT = pino({ level: 'silent' });

/** Publishes a log as it does in production, then the same records in as many transactions by the client alone, then reads them. */
await program(async ({ place, brokers, statisticsUrl, events }: PublishingInput): Promise<PublishingMeasured> => {
  const installation = await openInstallation(place);
  const { store, keys } = installation;
  const pseudonyms = createPseudonyms(openKeyFile(place.keyFile, { create: false }));
  const kafka = (): KafkaClient => createKafka({ brokers, clientId: 'bench' });

  /** @param kept gathers what is sent, a list for each transaction */
  const relayTo = async (prefix: string, kept?: Message[][]): Promise<Published> => {
    const stop = new AbortController();
    let measured: ReturnType<typeof stopwatch> | undefined;
    let records = 0;
    let handled = 0;
    let took: ReturnType<ReturnType<typeof stopwatch>> | undefined;
    const publisher = (): Publisher => {
      const inner = createKafkaPublisher({ kafka: kafka(), prefix });
      return {
        ...inner,
        connect: async () => {
          const checkpoint = await inner.connect();
          measured = stopwatch();
          return checkpoint;
        },
        begin: async () => {
          kept?.push([]);
          await inner.begin();
        },
        send: async (messages) => {
          kept?.at(-1)?.push(...messages);
          records += messages.length;
          await inner.send(messages);
        },
        commit: async (checkpoint) => {
          await inner.commit(checkpoint);
          handled = checkpoint.handled;
          if (handled < events) return;
          took ??= measured?.();
          stop.abort();
        },
      };
    };
    const relay = new Relay({ store, keys, pseudonyms, log: SILENT, publisher, batch: BATCH });
    await relay.run(stop.signal);
    if (took === undefined) throw new Error(`The relay ended early: ${relay.status().reason ?? 'no reason'}.`);
    return { events: handled, records, ...took };
  };

  const rawTo = async (prefix: string, transactions: readonly (readonly Message[])[], counted: number): Promise<Published> => {
    const publisher = createKafkaPublisher({ kafka: kafka(), prefix });
    await publisher.connect();
    await publisher.close();
    const producer = kafka().producer({ transactionalId: `${prefix}raw`, maxInFlightRequests: 1, allowAutoTopicCreation: false });
    await producer.connect();
    const measured = stopwatch();
    for (const messages of transactions) {
      const transaction = await producer.transaction();
      const topics = Map.groupBy(messages, ({ topic }) => topic);
      await transaction.sendBatch({
        topicMessages: [...topics].map(([topic, list]) => ({
          topic: prefix + topic,
          messages: list.map(({ key, value, headers }) => ({ key, value, headers: { ...headers } })),
        })),
      });
      await transaction.commit();
    }
    const took = measured();
    await producer.disconnect();
    return { events: counted, records: transactions.reduce((sum, { length }) => sum + length, 0), ...took };
  };

  // The first pass warms up, and gathers what is sent.
  const sent: Message[][] = [];
  const first = await relayTo('bench-a.', sent);
  const raw = await rawTo('bench-raw.', sent, first.events);
  const wanted = sent.flat().filter(({ topic }) => topic === statistics.name).length;
  sent.length = 0;
  const relay = await relayTo('bench-b.');

  const pool = new pg.Pool({ connectionString: statisticsUrl });
  await prepareTables(pool);
  const schemas = new Map([...publishedSchemas(), ...RECORD_KINDS.map(({ schema }) => [String(schema['$id']), schema] as const)]);
  const validator = createRecordValidator(schemas);
  let taken = 0;
  const done = new AbortController();
  const inbox = new Inbox(pool, 'bench', (record) => validator.check(record));
  const counting = {
    marks: () => inbox.marks(),
    take: async (...[records, marks]: Parameters<Inbox['take']>) => {
      began ??= stopwatch();
      await inbox.take(records, marks);
      taken += records.filter(({ topic }) => topic === statistics.name).length;
      if (taken >= wanted) done.abort();
    },
  };
  // From the first records that come: how long a group takes to form is the brokers' affair.
  let began: ReturnType<typeof stopwatch> | undefined;
  const following = { inbox: counting as unknown as Inbox, prepare: async () => undefined };
  await follow(following, { kafka: kafka(), prefix: 'bench-b.' }, SILENT, done.signal, () => undefined);
  const took = began?.();
  if (took === undefined) throw new Error('No record came.');
  await pool.end();
  await installation.close();
  return { relay, raw, consumer: { records: taken, ...took } };
});

/** Seconds on the clock and of a processor since then. */
function stopwatch() {
  const [clock, processor] = [performance.now(), process.cpuUsage()];
  return () => {
    const { user, system } = process.cpuUsage(processor);
    return { seconds: (performance.now() - clock) / 1_000, processorSeconds: (user + system) / 1e6 };
  };
}
