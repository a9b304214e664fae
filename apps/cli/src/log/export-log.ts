import type { EventStore } from '@kvp/event-store';
import type { KeyStore } from '@kvp/people';
import { canonical } from '@kvp/proof';
import { type Closing, writeCounted } from './counted-file.ts';
import { eventLine } from './event-line.ts';

export const LOG_FORMAT = 'kvp-log-1';
export const KEYS_FORMAT = 'kvp-keys-1';

/** Beside the log: without the keys of persons nothing that is sealed in it can be read. They are wrapped with the master key. */
export const keysPath = (path: string): string => `${path}.keys`;

export interface ExportOptions {
  readonly store: EventStore;
  readonly keyStore: KeyStore;
  readonly path: string;
  readonly signal: AbortSignal;
  readonly onProgress?: (events: number) => void;
}

export interface ExportReport {
  readonly log: Closing;
  readonly keys: Closing;
}

/** The export was stopped; what was written of it has no name that an import would take. */
export class ExportStopped extends Error {}

/**
 * Writes the whole log up to its head in its one order, an event a line, and after it the keys of persons: a key is always made before
 * the first event that needs it, so that none is missing. Both files end with their count and SHA-256. Throws ExportStopped.
 */
export async function exportLog({ store, keyStore, path, signal, onProgress }: ExportOptions): Promise<ExportReport> {
  const log = await writeCounted(path, LOG_FORMAT, eventLines(store, signal, onProgress));
  const keys = await writeCounted(keysPath(path), KEYS_FORMAT, keyLines(keyStore));
  return { log, keys };
}

async function* eventLines(store: EventStore, signal: AbortSignal, onProgress?: (events: number) => void): AsyncGenerator<string> {
  let events = 0;
  let caughtUp = false;
  for await (const page of store.subscribeAll({ signal })) {
    for (const event of page.events) yield eventLine(event);
    events += page.events.length;
    onProgress?.(events);
    caughtUp = page.caughtUp;
    if (caughtUp) break;
  }
  if (!caughtUp) throw new ExportStopped('The export was stopped.');
}

async function* keyLines(keyStore: KeyStore): AsyncGenerator<string> {
  for await (const page of keyStore.all()) for (const { key, wrapped } of page) yield canonical({ key, wrapped });
}
