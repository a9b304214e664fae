import { randomUUID } from 'node:crypto';
import type { EventStore, JsonObject, NewEvent, ReadOptions, RecordedEvent } from '../port.ts';

/** A stream name that no other test has used. */
export const freshStream = (): string => `contract-${randomUUID()}`;

/** An event with an id of its own. */
export function anEvent(parts: Partial<NewEvent> = {}): NewEvent {
  return {
    id: randomUUID(),
    type: 'Happened',
    version: 1,
    data: { what: 'something' },
    sealed: null,
    metadata: { actor: 'a-1' },
    ...parts,
  };
}

export const events = (count: number, data: (n: number) => JsonObject = (n) => ({ n })): NewEvent[] =>
  Array.from({ length: count }, (_, n) => anEvent({ data: data(n) }));

/** A store's stream as an array; `StreamNotFound` goes through. */
export async function read(store: EventStore, stream: string, options?: ReadOptions): Promise<RecordedEvent[]> {
  return Array.fromAsync(store.readStream(stream, options));
}

/** What was given, without what the store added. */
export const given = ({ id, type, version, data, sealed, metadata }: NewEvent): NewEvent => ({ id, type, version, data, sealed, metadata });

export const revisions = (recorded: readonly RecordedEvent[]): number[] => recorded.map((event) => event.revision);
