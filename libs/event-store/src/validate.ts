import { AppendTooLarge, InvalidEvent, MAX_APPEND_BYTES } from './errors.ts';
import { writeJson } from './json.ts';
import type { ExpectedRevision, NewEvent } from './port.ts';

/** An event as text, ready to be stored: nothing about it can fail any more but the store itself. */
export interface WrittenEvent {
  readonly id: string;
  readonly type: string;
  readonly version: number;
  readonly data: string;
  readonly sealed: string | null;
  readonly metadata: string;
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const ID_BYTES = 36;
const MAX_NAME_BYTES = 255;

/**
 * Checks an append before any of it is sent, and writes its events as JSON. Every adapter takes and refuses the same.
 *
 * The bytes that count are those of id, type, data, sealed part and metadata of all its events, as UTF-8.
 *
 * @throws InvalidEvent naming the event by its number in the append and the field, never the content
 * @throws AppendTooLarge over 1 000 000 bytes
 */
export function validateAppend(stream: string, events: readonly NewEvent[], expected: ExpectedRevision): readonly WrittenEvent[] {
  requireName(stream, 'The stream name');
  if (expected !== 'no-stream' && !isCount(expected)) {
    throw new InvalidEvent('The expected revision is neither a whole number from 0 up nor "no-stream".');
  }
  if (events.length === 0) throw new InvalidEvent(`An append to ${stream} holds no event.`);
  const written = events.map(write);
  if (new Set(written.map((event) => event.id)).size < written.length) {
    throw new InvalidEvent(`Two events of one append to ${stream} have the same id.`);
  }
  const bytes = written.reduce((sum, event) => sum + bytesOf(event), 0);
  if (bytes > MAX_APPEND_BYTES) throw new AppendTooLarge(stream, bytes);
  return written;
}

/** Bytes of one event that count towards the limit of an append. */
export function bytesOf(event: WrittenEvent): number {
  const texts = [event.type, event.data, event.sealed ?? '', event.metadata];
  return texts.reduce((sum, text) => sum + Buffer.byteLength(text), ID_BYTES);
}

function write(event: NewEvent, index: number): WrittenEvent {
  const at = `Event ${index + 1} of the append`;
  if (typeof event.id !== 'string' || !UUID.test(event.id)) throw new InvalidEvent(`${at}: the id is not a UUID in lower case.`);
  requireName(event.type, `${at}: the type`);
  if (!isCount(event.version) || event.version === 0) throw new InvalidEvent(`${at}: the version is not a whole number from 1 up.`);
  return {
    id: event.id,
    type: event.type,
    version: event.version,
    data: writeJson(event.data, `${at}: data`),
    sealed: event.sealed === null ? null : writeJson(event.sealed, `${at}: sealed`),
    metadata: writeJson(event.metadata, `${at}: metadata`),
  };
}

/** Names beginning with "$" belong to EventStoreDB itself. */
function requireName(name: unknown, what: string): void {
  if (typeof name !== 'string' || name === '') throw new InvalidEvent(`${what} is empty.`);
  if (name.includes('\u0000') || !name.isWellFormed()) throw new InvalidEvent(`${what} holds U+0000 or half a surrogate pair.`);
  if (name.startsWith('$')) throw new InvalidEvent(`${what} begins with "$", which is kept for the server.`);
  if (Buffer.byteLength(name) > MAX_NAME_BYTES) throw new InvalidEvent(`${what} is longer than ${MAX_NAME_BYTES} bytes.`);
}

const isCount = (value: unknown): boolean => Number.isInteger(value) && Number(value) >= 0 && Number(value) <= 2 ** 31 - 1;
