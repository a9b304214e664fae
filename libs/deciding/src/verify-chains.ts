import { belongsIn } from '@kvp/catalogue';
import type { EventStore, RecordedEvent } from '@kvp/event-store';
import { type ChainFault, chainFault } from '@kvp/proof';
import { sha256 } from './envelope/sha256.ts';

export interface ChainReport {
  readonly events: number;
  readonly streams: number;
  /** The first difference in each stream that has one, in log order. */
  readonly faults: readonly ChainFault[];
  /** Events that no stream like theirs may hold, or of a type that this release does not know. */
  readonly strangers: readonly Stranger[];
}

export interface Stranger {
  readonly stream: string;
  readonly revision: number;
  readonly type: string;
}

/** Checks events in log order, one after the other. */
export interface ChainWalk {
  add(event: RecordedEvent): void;
  report(): ChainReport;
}

/** Checks every stream's chain of hashes, and that each event belongs where it stands. */
export function walkChains(): ChainWalk {
  const last = new Map<string, { readonly revision: number; readonly hash: string }>();
  const faults = new Map<string, ChainFault>();
  const strangers: Stranger[] = [];
  let events = 0;
  return {
    add(event) {
      const { stream, revision, type } = event;
      const fault = chainFault(last.get(stream) ?? null, event, sha256);
      if (fault !== null && !faults.has(stream)) faults.set(stream, fault);
      if (!belongsIn(stream, type)) strangers.push({ stream, revision, type });
      last.set(stream, { revision, hash: event.metadata['hash'] as string });
      events += 1;
    },
    report: () => ({ events, streams: last.size, faults: [...faults.values()], strangers }),
  };
}

/** Walks the whole log up to its head. `onProgress` is told the number of events seen after each page; the signal stops it. */
export async function verifyChains(
  store: EventStore,
  { onProgress, signal }: { readonly onProgress?: (events: number) => void; readonly signal?: AbortSignal } = {},
): Promise<ChainReport> {
  const walk = walkChains();
  for await (const page of store.subscribeAll(signal === undefined ? {} : { signal })) {
    for (const event of page.events) walk.add(event);
    onProgress?.(walk.report().events);
    if (page.caughtUp) break;
  }
  return walk.report();
}
