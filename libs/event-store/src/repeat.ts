import { isDeepStrictEqual } from 'node:util';
import { DuplicateEventId, WrongExpectedRevision } from './errors.ts';
import type { AppendResult, ExpectedRevision, RecordedEvent } from './port.ts';
import type { WrittenEvent } from './validate.ts';

/** The revision that the first event of an append at `expected` gets. */
export const firstRevision = (expected: ExpectedRevision): number => (expected === 'no-stream' ? 0 : expected + 1);

/**
 * What an append is that found its stream at another revision than expected: the same append sent again, or a conflict.
 *
 * @param stored what the stream holds from `firstRevision(expected)` on, at least as many events as `written` where there are so many
 * @returns the result of the first time, when the same ids with the same content are there
 * @throws DuplicateEventId when the ids are there with other content
 * @throws WrongExpectedRevision when other ids are there, or fewer events
 */
export function repeatOrConflict(
  stream: string,
  expected: ExpectedRevision,
  actual: ExpectedRevision,
  written: readonly WrittenEvent[],
  stored: readonly RecordedEvent[],
): AppendResult {
  const last = stored[written.length - 1];
  if (last === undefined || !written.every((event, n) => event.id === stored[n]?.id)) {
    throw new WrongExpectedRevision(stream, expected, actual);
  }
  if (!written.every((event, n) => sameContent(event, stored[n]))) throw new DuplicateEventId(stream);
  return { revision: last.revision, position: last.position, repeated: true };
}

function sameContent(written: WrittenEvent, stored: RecordedEvent | undefined): boolean {
  if (stored?.type !== written.type || stored.version !== written.version) return false;
  const content = [written.data, written.sealed ?? 'null', written.metadata].map((text) => JSON.parse(text) as unknown);
  return isDeepStrictEqual(content, [stored.data, stored.sealed, stored.metadata]);
}
