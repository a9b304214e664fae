import { EventUnpublishable } from './line-stopped.ts';
import type { Prepared } from './prepare.ts';
import { PublishingStopped, RecordTooLarge } from './publisher.ts';

const FIRST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 5_000;

/** Doubling from 0.1 s to 5 s, each drawn between half and all of it: two relays that shut each other out get apart. */
export const pauseFor = (tries: number): number =>
  Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** Math.min(tries, 10)) * (0.5 + Math.random() / 2);

/** Records of one request together: well below what brokers take when nobody has set it lower. */
export const REQUEST_BYTES = 512 * 1_024;

/** A record larger than half a request goes by itself, so that one that is refused is known. */
export function* inRequests(messages: Prepared['messages'], limit = REQUEST_BYTES): Iterable<Prepared['messages']> {
  let part: Prepared['messages'][number][] = [];
  let bytes = 0;
  for (const message of messages) {
    const size = message.value === null ? 0 : Buffer.byteLength(message.value);
    if (part.length > 0 && bytes + size > limit) {
      yield part;
      part = [];
      bytes = 0;
    }
    part.push(message);
    bytes += size;
  }
  if (part.length > 0) yield part;
}

/** Which event it was that the brokers refused; the error as it is where several were sent together. */
export function tooLarge(part: Prepared['messages'], events: Prepared['events'], error: RecordTooLarge): Error {
  const [message] = part;
  if (part.length > 1) return error;
  const about = events.find(({ id }) => message?.headers['ce_id'] === id);
  const cause = new RecordTooLarge(
    `its record of ${Buffer.byteLength(message?.value ?? '')} bytes on ${message?.topic ?? ''} is over the limit of the brokers; raise max.message.bytes of the topic`,
    { cause: error },
  );
  return about === undefined ? new PublishingStopped(cause.message) : new EventUnpublishable(about, cause);
}
