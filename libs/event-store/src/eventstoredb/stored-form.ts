import { createHash } from 'node:crypto';
import type { JSONEventData, RecordedEvent as ServerEvent } from '@eventstore/db-client';
import { InvalidEvent } from '../errors.ts';
import type { JsonObject, RecordedEvent } from '../port.ts';
import type { WrittenEvent } from '../validate.ts';
import { toPosition } from './position.ts';

/** What is stored as the event's data; type and metadata are where the server has them. */
interface StoredData {
  readonly id: string;
  readonly version: number;
  readonly data: JsonObject;
  readonly sealed: JsonObject | null;
}

const parse = (text: string): JsonObject => JSON.parse(text) as JsonObject;

/**
 * An event as the server is given it.
 *
 * The server takes an append whose ids it has at that place as repeated, **without looking at what it carries**: other content would be
 * thrown away and called a success. So the id that the server sees is made of our id *and* the content, and ours is kept in the data.
 * The same event again has the same server id; other content under our id has another, and the server reports a conflict.
 */
export function toServer(event: WrittenEvent): JSONEventData {
  const data = {
    id: event.id,
    version: event.version,
    data: parse(event.data),
    sealed: event.sealed === null ? null : parse(event.sealed),
  };
  // Parsed again rather than passed on: the client writes it later, and the caller's object may have changed by then.
  return {
    id: serverId(event),
    contentType: 'application/json',
    type: event.type,
    data,
    metadata: parse(event.metadata),
  };
}

/**
 * Events as the port has them, without those of the server itself.
 *
 * @throws InvalidEvent when one was not written in our form: it is never skipped
 */
export const fromServer = (events: readonly ServerEvent[]): RecordedEvent[] => events.filter((event) => !isSystem(event)).map(recorded);

function recorded(event: ServerEvent): RecordedEvent {
  if (event.position === undefined || !isStored(event.data)) {
    throw new InvalidEvent(`The log holds an event that this system did not write: ${event.streamId}, revision ${String(event.revision)}.`);
  }
  const { id, version, data, sealed } = event.data;
  return {
    id,
    type: event.type,
    version,
    data,
    sealed,
    metadata: event.metadata as unknown as JsonObject,
    stream: event.streamId,
    revision: Number(event.revision),
    position: toPosition(event.position),
  };
}

/** Streams of the server itself: statistics, metadata, projections. */
export const isSystem = (event: ServerEvent): boolean => event.streamId.startsWith('$');

function isStored(data: unknown): data is StoredData {
  return typeof data === 'object' && data !== null && 'id' in data && 'version' in data && 'data' in data && 'sealed' in data;
}

/** A UUID of version 8 (own scheme, RFC 9562): the first 122 free bits of a SHA-256. */
function serverId(event: WrittenEvent): string {
  const parts = [event.id, event.type, String(event.version), event.data, event.sealed ?? '', event.metadata];
  // No part can hold U+0000, so the parts cannot run into one another.
  const hash = createHash('sha256').update(parts.join('\u0000')).digest('hex');
  const variant = ((Number.parseInt(hash.charAt(16), 16) & 0x3) | 0x8).toString(16);
  return [hash.slice(0, 8), hash.slice(8, 12), `8${hash.slice(13, 16)}`, `${variant}${hash.slice(17, 20)}`, hash.slice(20, 32)].join('-');
}
