import { randomUUID } from 'node:crypto';
import { type EventStore, type NewEvent, createInMemoryEventStore } from '@kvp/event-store';
import { type KeyRing, createInMemoryKeyStore, createKeyRing, ephemeralKeyFile } from '@kvp/people';
import { GENESIS, eventHash } from '@kvp/proof';

const TEN_A_TIME = 10;

/** Writes events into streams of cases in turn, ten at a time, each chained to the one before. The same call again goes on. */
export class LogWriter {
  readonly #last = new Map<string, { revision: number; hash: string }>();

  constructor(private readonly store: EventStore) {}

  async write(count: number, streams = ['case-a', 'case-b', 'case-c']): Promise<void> {
    for (let number = 0; number < count; number += TEN_A_TIME) {
      const stream = streams[(number / TEN_A_TIME) % streams.length] ?? '';
      const before = this.#last.get(stream)?.revision;
      const events = Array.from({ length: Math.min(TEN_A_TIME, count - number) }, () => this.#next(stream));
      await this.store.append(stream, before ?? 'no-stream', events);
    }
  }

  #next(stream: string): NewEvent {
    const last = this.#last.get(stream) ?? { revision: -1, hash: GENESIS };
    const revision = last.revision + 1;
    const metadata = { previousHash: last.hash, recordedAt: '2026-01-05T11:00:00.000Z', tag: randomUUID() };
    const draft = { type: 'ClaimAbandoned', version: 1, data: { day: '2026-01-05' }, sealed: null, metadata };
    const hash = eventHash({ ...draft, stream, revision });
    this.#last.set(stream, { revision, hash });
    return { ...draft, id: randomUUID(), metadata: { ...metadata, hash } };
  }
}

export const emptyKeyRing = (): KeyRing => createKeyRing({ keyStore: createInMemoryKeyStore(), keyFile: ephemeralKeyFile() });

export const memoryStore = (): EventStore => createInMemoryEventStore();
