import { type EventStore, type RecordedEvent, StreamNotFound } from '@kvp/event-store';
import { type CheckpointSigned, checkpointSigned } from '@kvp/lifecycle';

/** The one stream of signed tree heads. */
export const CHECKPOINTS = 'log-checkpoints';

/** A checkpoint as the log keeps it. */
export interface LoggedCheckpoint {
  readonly revision: number;
  /** An instant in UTC. */
  readonly signedAt: string;
  readonly data: CheckpointSigned['data'];
  /** The hash of its event, and the event's own clock: the next one goes on from there. */
  readonly hash: string;
}

/** All checkpoints, the oldest first. */
export async function readCheckpoints(store: EventStore): Promise<readonly LoggedCheckpoint[]> {
  const checkpoints: LoggedCheckpoint[] = [];
  for await (const checkpoint of read(store, {})) checkpoints.push(checkpoint);
  return checkpoints;
}

/** The newest checkpoint, or null. */
export async function lastCheckpoint(store: EventStore): Promise<LoggedCheckpoint | null> {
  for await (const checkpoint of read(store, { direction: 'backwards', limit: 1 })) return checkpoint;
  return null;
}

/** The first checkpoint that was signed over so many events or more; null when none was. Reads back from the newest, as far as it must. */
export async function oldestHolding(store: EventStore, size: number): Promise<LoggedCheckpoint | null> {
  let holding: LoggedCheckpoint | null = null;
  for await (const checkpoint of read(store, { direction: 'backwards' })) {
    if (checkpoint.data.size < size) break;
    holding = checkpoint;
  }
  return holding;
}

async function* read(store: EventStore, options: Parameters<EventStore['readStream']>[1]): AsyncGenerator<LoggedCheckpoint> {
  try {
    for await (const event of store.readStream(CHECKPOINTS, options)) if (event.type === checkpointSigned.type) yield logged(event);
  } catch (error) {
    if (!(error instanceof StreamNotFound)) throw error;
  }
}

const logged = ({ revision, data, metadata }: RecordedEvent): LoggedCheckpoint => ({
  revision,
  signedAt: metadata['recordedAt'] as string,
  data: data as unknown as CheckpointSigned['data'],
  hash: metadata['hash'] as string,
});
