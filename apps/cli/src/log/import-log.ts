import type { EventStore } from '@kvp/event-store';
import { chainFault } from '@kvp/proof';
import { CliError } from '../exit-status.ts';
import { checkCounted, countedLines } from './counted-file.ts';
import { type PortableEvent, eventLine, readEventLine } from './event-line.ts';
import { LOG_FORMAT } from './export-log.ts';

export interface ImportOptions {
  readonly store: EventStore;
  readonly path: string;
  readonly signal: AbortSignal;
  /** `held`: events that an earlier run had brought in. */
  readonly onProgress?: (done: number, total: number, held: number) => void;
}

export interface ImportReport {
  readonly events: number;
  /** Of these, what the target held already. */
  readonly held: number;
  /** False when it was stopped before its end: run again, it goes on there. */
  readonly finished: boolean;
}

/** Most events in one append: they are of one stream and follow each other. Well under the limit of bytes, whatever they hold. */
const APPEND_EVENTS = 20;
const APPEND_BYTES = 900_000;

/**
 * Brings an exported log into a store that is empty or holds the beginning of the same log, event by event in the same order. Every
 * stream's chain of hashes is checked on the way. Throws MalformedFile, and CliError naming stream and revision when the target holds
 * anything else, or a chain is broken.
 */
export async function importLog({ store, path, signal, onProgress }: ImportOptions): Promise<ImportReport> {
  const { lines: total } = await checkCounted(path, LOG_FORMAT);
  await using events = eventsIn(path);
  const held = await comparedWith(store, events, signal);
  let done = held;
  for await (const group of inGroups(events)) {
    if (signal.aborted) return { events: done, held, finished: false };
    const [first] = group;
    await store.append(first.stream, first.revision === 0 ? 'no-stream' : first.revision - 1, group.map(withoutPlace));
    done += group.length;
    onProgress?.(done, total, held);
  }
  return { events: done, held, finished: !signal.aborted };
}

/** The events of a file whose streams continue without a break. */
async function* eventsIn(path: string): AsyncGenerator<PortableEvent> {
  const last = new Map<string, { readonly revision: number; readonly hash: string }>();
  let number = 0;
  for await (const line of countedLines(path)) {
    number += 1;
    const event = readEventLine(line, path, number);
    const fault = chainFault(last.get(event.stream) ?? null, event);
    if (fault !== null) throw new CliError(`${path}: the chain of ${fault.stream} breaks at revision ${fault.revision} (${fault.fault}).`);
    last.set(event.stream, { revision: event.revision, hash: event.metadata['hash'] as string });
    yield event;
  }
}

/** Reads what the target holds beside the file. @returns how many events: so many were taken from `events`. */
async function comparedWith(store: EventStore, events: AsyncIterator<PortableEvent>, signal: AbortSignal): Promise<number> {
  let held = 0;
  if ((await store.head()) === null) return held;
  for await (const page of store.subscribeAll({ signal })) {
    for (const found of page.events) {
      const next = await events.next();
      if (next.done === true || eventLine(next.value) !== eventLine(found))
        throw new CliError(
          `The target holds something else than the exported log, first at ${found.stream}, revision ${found.revision}. Import into an empty one.`,
        );
      held += 1;
    }
    if (page.caughtUp) break;
  }
  return held;
}

type Group = readonly [PortableEvent, ...PortableEvent[]];

/** Events of one stream that follow each other in the log, for one append. */
async function* inGroups(events: AsyncIterable<PortableEvent>): AsyncGenerator<Group> {
  let group: [PortableEvent, ...PortableEvent[]] | undefined;
  let bytes = 0;
  for await (const event of events) {
    const size = Buffer.byteLength(eventLine(event));
    if (group !== undefined && group[0].stream === event.stream && group.length < APPEND_EVENTS && bytes + size <= APPEND_BYTES) {
      group.push(event);
      bytes += size;
      continue;
    }
    if (group !== undefined) yield group;
    group = [event];
    bytes = size;
  }
  if (group !== undefined) yield group;
}

const withoutPlace = ({ id, type, version, data, sealed, metadata }: PortableEvent) => ({ id, type, version, data, sealed, metadata });
