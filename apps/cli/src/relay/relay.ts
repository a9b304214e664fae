import { type EventStore, InvalidPosition, type Position } from '@kvp/event-store';
import { type Checkpoint, createKafka, createKafkaPublisher, peekCheckpoint } from '@kvp/topics';
import { CliError, EXIT } from '../exit-status.ts';

/** How far the log is published, and where it ends. */
export interface RelayPlace {
  readonly position: string | null;
  readonly handled: number;
  readonly epoch: number;
  readonly head: string | null;
}

/** The place that was asked for is none. */
export class RelayRequestError extends Error {}

/** The place of the relay as it is committed. Throws CliError where no brokers are configured. */
export async function readRelayPlace(store: EventStore, env: NodeJS.ProcessEnv): Promise<RelayPlace> {
  const { kafka, prefix } = brokersOf(env);
  const kept = await peekCheckpoint(kafka, prefix);
  return { position: kept?.position ?? null, handled: kept?.handled ?? 0, epoch: kept?.epoch ?? 0, head: await store.head() };
}

/**
 * Sets the checkpoint back. The claim that this takes shuts out a relay that runs; it comes back by itself, and goes on from there.
 *
 * @returns how often the log has been sent again with this
 */
export async function resendFrom(store: EventStore, env: NodeJS.ProcessEnv, from: string): Promise<number> {
  const position = from === 'beginning' ? null : await existing(store, from);
  const { kafka, prefix } = brokersOf(env);
  const publisher = createKafkaPublisher({ kafka, prefix, anew: true });
  try {
    const before = await publisher.connect();
    const checkpoint: Checkpoint = {
      position,
      handled: position === null ? 0 : await handledBy(store, position),
      epoch: (before?.epoch ?? 0) + 1,
    };
    await publisher.begin();
    await publisher.commit(checkpoint);
    return checkpoint.epoch;
  } finally {
    await publisher.close();
  }
}

/** A position that an event of the log has. */
async function existing(store: EventStore, from: string): Promise<Position> {
  const head = await store.head();
  try {
    for await (const { events } of store.subscribeAll({ pageSize: 1_000 })) {
      if (events.some(({ position }) => position === from)) return from as Position;
      const last = events.at(-1)?.position;
      if (last === undefined || head === null || last >= head) break;
    }
  } catch (error) {
    if (!(error instanceof InvalidPosition)) throw error;
  }
  throw new RelayRequestError(`--from: no event stands at ${from}; kvp relay status tells the present one, "beginning" the first.`);
}

async function handledBy(store: EventStore, position: Position): Promise<number> {
  let handled = 0;
  for await (const { events } of store.subscribeAll({ pageSize: 1_000 })) {
    handled += events.filter((event) => event.position <= position).length;
    if (events.length === 0 || events.some((event) => event.position >= position)) break;
  }
  return handled;
}

function brokersOf({ KAFKA_BROKERS: brokers = '', KAFKA_TOPIC_PREFIX: prefix = 'kvp.' }: NodeJS.ProcessEnv) {
  if (brokers === '')
    throw new CliError('KAFKA_BROKERS must be set: host:port of the brokers that the relay publishes to.', EXIT.configuration);
  return { kafka: createKafka({ brokers, clientId: 'kvp' }), prefix };
}
