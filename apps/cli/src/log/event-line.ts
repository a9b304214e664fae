import type { NewEvent, RecordedEvent } from '@kvp/event-store';
import { canonical } from '@kvp/proof';
import { MalformedFile } from './counted-file.ts';

/** An event without its position, which is each store's own. */
export interface PortableEvent extends NewEvent {
  readonly stream: string;
  readonly revision: number;
}

/** An event as one line, in canonical form: the same event has the same bytes, whichever store it was read from. */
export const eventLine = ({ stream, revision, id, type, version, data, sealed, metadata }: PortableEvent | RecordedEvent): string =>
  canonical({ stream, revision, id, type, version, data, sealed, metadata });

/** Reads a line that was written so. Throws MalformedFile; what the event holds is checked by the store that takes it. */
export function readEventLine(line: string, path: string, number: number): PortableEvent {
  const event = parse(line);
  if (event === undefined) throw new MalformedFile(path, `line ${number} is no event`);
  return event;
}

function parse(line: string): PortableEvent | undefined {
  let event: Readonly<Record<keyof PortableEvent, unknown>> | null;
  try {
    event = JSON.parse(line) as typeof event;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
  if (event === null) return undefined;
  const { stream, revision, id, type, version, data, sealed, metadata } = event;
  const whole =
    [stream, id, type].every((text) => typeof text === 'string') &&
    [revision, version].every(Number.isInteger) &&
    [data, metadata].every((part) => typeof part === 'object' && part !== null) &&
    typeof sealed === 'object';
  return whole ? (event as PortableEvent) : undefined;
}
