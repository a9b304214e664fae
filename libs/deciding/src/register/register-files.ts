import type { EventStore } from '@kvp/event-store';
import type { KeyRing } from '@kvp/people';
import { readPages } from '../case/case-files.ts';
import type { OpenedEvent } from '../envelope/opened-event.ts';

/** A stream that is no case, as it was read; -1 when nothing is written. */
export interface RegisterFile {
  readonly revision: number;
  readonly rows: readonly OpenedEvent[];
  /** Of the last event. */
  readonly hash: string | null;
  readonly recordedAt: string | null;
}

/** How old a read file may be in milliseconds: another process's change is seen within this time, one's own at once. */
const FRESH_FOR = 1_000;

/** Streams that many ask for and few write to: policy and rates. */
export interface RegisterFiles {
  /** As it was read at most a second ago. */
  recent(stream: string): Promise<RegisterFile>;
  /** As it stands now. */
  read(stream: string): Promise<RegisterFile>;
}

export function createRegisterFiles(store: EventStore, keys: KeyRing, monotonic: () => number): RegisterFiles {
  const kept = new Map<string, { readonly file: Promise<RegisterFile>; readonly readAt: number }>();

  const read = async (stream: string): Promise<RegisterFile> => {
    const file = readAll(store, keys, stream);
    kept.set(stream, { file, readAt: monotonic() });
    try {
      return await file;
    } catch (error) {
      kept.delete(stream);
      throw error;
    }
  };

  return {
    read,
    async recent(stream) {
      const known = kept.get(stream);
      return known !== undefined && monotonic() - known.readAt < FRESH_FOR ? await known.file : await read(stream);
    },
  };
}

async function readAll(store: EventStore, keys: KeyRing, stream: string): Promise<RegisterFile> {
  let file: RegisterFile = { revision: -1, rows: [], hash: null, recordedAt: null };
  for await (const page of readPages(store, keys, stream)) {
    const last = page.at(-1);
    file = {
      revision: last?.revision ?? file.revision,
      rows: [...file.rows, ...page],
      hash: last?.metadata.hash ?? file.hash,
      recordedAt: last?.metadata.recordedAt ?? file.recordedAt,
    };
  }
  return file;
}
