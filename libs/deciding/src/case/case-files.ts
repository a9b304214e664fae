import { type EventStore, StreamNotFound } from '@kvp/event-store';
import type { KeyRing } from '@kvp/people';
import { LRUCache } from 'lru-cache';
import { type OpenedEvent, openEvents } from '../envelope/opened-event.ts';
import { type CaseFile, advance, emptyFile } from './case-file.ts';

const READ_PAGE = 500;

/** The cases that this process decided on last. A kept file may be behind the log; it is never ahead of it. */
export interface CaseFiles {
  /** The kept file, else the case read from the log; an empty file (revision -1) when it does not exist. */
  get(caseId: string): Promise<CaseFile>;
  /** The file at the head of its stream: reads only what came after `known`. */
  refresh(known: CaseFile): Promise<CaseFile>;
  /** Keeps what was just written. */
  keep(file: CaseFile): void;
}

/** At most `max` cases in memory; the one that was not used for longest goes first. */
export function createCaseFiles({
  store,
  keys,
  max,
}: {
  readonly store: EventStore;
  readonly keys: KeyRing;
  readonly max: number;
}): CaseFiles {
  const kept = new LRUCache<string, CaseFile>({ max });

  const keep = (file: CaseFile): void => {
    const other = kept.get(file.caseId);
    if (file.revision >= 0 && (other === undefined || other.revision < file.revision)) kept.set(file.caseId, file);
  };

  const refresh = async (known: CaseFile): Promise<CaseFile> => {
    let file = known;
    for await (const page of readPages(store, keys, known.stream, known.revision + 1)) file = advance(file, page);
    keep(file);
    return file;
  };

  return {
    keep,
    refresh,
    get: async (caseId) => kept.get(caseId) ?? (await refresh(emptyFile(caseId))),
  };
}

/** Every event of a stream from a revision on, opened, a page at a time; nothing when the stream does not exist. */
export async function* readPages(store: EventStore, keys: KeyRing, stream: string, from = 0): AsyncGenerator<OpenedEvent[]> {
  let page = [];
  try {
    for await (const event of store.readStream(stream, { from })) {
      page.push(event);
      if (page.length === READ_PAGE) {
        yield await openEvents(keys, page);
        page = [];
      }
    }
  } catch (error) {
    if (!(error instanceof StreamNotFound)) throw error;
  }
  if (page.length > 0) yield await openEvents(keys, page);
}
