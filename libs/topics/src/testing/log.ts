import { randomUUID } from 'node:crypto';
import { type Writing, writeEvents } from '@kvp/deciding';
import { type EventStore, type NewEvent, createInMemoryEventStore } from '@kvp/event-store';
import type { DomainEvent } from '@kvp/lifecycle';
import { CASE_EXAMPLES } from '@kvp/lifecycle/examples';
import { createInMemoryKeyStore, createKeyRing, ephemeralKeyFile } from '@kvp/people';
import { createPseudonyms } from '../pseudonyms.ts';

/** A case as it was written: what a reader of all topics must have seen of it. */
export interface WrittenCase {
  readonly caseId: string;
  readonly personId: string;
  readonly events: readonly NewEvent[];
}

/** A log of made-up people for specs of what comes after it, and the keys to it. */
export function testLog(store: EventStore = createInMemoryEventStore(), keyStore = createInMemoryKeyStore(), keyFile = ephemeralKeyFile()) {
  const keys = createKeyRing({ keyStore, keyFile });
  let clock = Date.parse('2025-06-02T08:00:00.000Z');

  const write = async (stream: string, personId: string, after: number, events: readonly DomainEvent[]): Promise<readonly NewEvent[]> => {
    const commandId = randomUUID();
    clock += 1_000;
    const writing: Writing = {
      ...{ commandId, correlationId: 'test', actor: { id: 'caseworker-1', role: 'caseworker', municipality: '4204', office: '1001' } },
      ...{ recordedAt: new Date(clock).toISOString(), codeVersion: '0.1.0' },
      law: { release: 'r', ratesRevision: 'r', policyRevision: null },
    };
    const place = { stream, after, previousHash: '', personId, idOf: () => randomUUID() };
    const stored = writeEvents(keys, events, place, writing).map((event) => event.stored);
    await store.append(stream, after < 0 ? 'no-stream' : after, stored);
    return stored;
  };

  return {
    ...{ store, keys, keyFile, keyStore, pseudonyms: createPseudonyms(keyFile), write },
    /** A case with a life of its own, each event an append of its own when `slowly`. */
    async live(events: readonly DomainEvent[] = CASE_EXAMPLES.ended, slowly = false): Promise<WrittenCase> {
      const caseId = randomUUID();
      const personId = randomUUID();
      await keys.provide(personId);
      const own = events.map((event) => (event.type === 'ApplicationRegistered' ? { ...event, data: { ...event.data, personId } } : event));
      const written: NewEvent[] = [];
      for (const part of slowly ? own.map((event) => [event]) : [own]) {
        written.push(...(await write(`case-${caseId}`, personId, written.length - 1, part)));
      }
      return { caseId, personId, events: written };
    },
  };
}

export type TestLog = ReturnType<typeof testLog>;

/** Nothing is said. */
export const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };
