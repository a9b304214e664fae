import type { EventStore } from '@kvp/event-store';
import { type ChainFault, chainFault } from '@kvp/proof';
import { sha256 } from './envelope/sha256.ts';

export interface ChainReport {
  readonly events: number;
  readonly streams: number;
  /** The first difference in each stream that has one, in log order. */
  readonly faults: readonly ChainFault[];
}

/**
 * Walks the whole log up to its head and checks every stream's chain of hashes. `onProgress` is told the number of events seen after
 * each page; the signal stops it.
 */
export async function verifyChains(
  store: EventStore,
  { onProgress, signal }: { readonly onProgress?: (events: number) => void; readonly signal?: AbortSignal } = {},
): Promise<ChainReport> {
  const last = new Map<string, { readonly revision: number; readonly hash: string }>();
  const faults = new Map<string, ChainFault>();
  let events = 0;
  for await (const page of store.subscribeAll(signal === undefined ? {} : { signal })) {
    for (const event of page.events) {
      const fault = chainFault(last.get(event.stream) ?? null, event, sha256);
      if (fault !== null && !faults.has(event.stream)) faults.set(event.stream, fault);
      last.set(event.stream, { revision: event.revision, hash: event.metadata.hash as string });
    }
    events += page.events.length;
    onProgress?.(events);
    if (page.caughtUp) break;
  }
  return { events, streams: last.size, faults: [...faults.values()] };
}
