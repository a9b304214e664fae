import { describe, expect } from '@jest/globals';
import { setTimeout as pause } from 'node:timers/promises';
import { OutcomeUnknown, StoreUnavailable, WrongExpectedRevision } from '../errors.ts';
import type { EventStore, NewEvent, Position } from '../port.ts';
import { anEvent, events, freshStream, given, read } from './examples.ts';
import { collect } from './subscriber.ts';
import type { Bench } from './contract.ts';

/** How long the store of these tests may take for a call, and how much longer than that is still in time. */
const TIMEOUT_MS = 1_000;
const SLACK_MS = 2_000;

export function faults(bench: Bench): void {
  const server = () => bench.harness.server!;
  const from = async (): Promise<{ after?: Position }> => {
    const after = await bench.store.head();
    return after === null ? {} : { after };
  };

  describe('a server that was killed', () => {
    bench.needs('restart', 'knows a repeated append after it was started again', async () => {
      const stream = freshStream();
      const batch = events(2);
      const first = await bench.store.append(stream, 'no-stream', batch);
      await server().kill!();
      await server().start!();
      expect(await eventually(() => bench.store.append(stream, 'no-stream', batch))).toEqual({ ...first, repeated: true });
      expect((await read(bench.store, stream)).map(given)).toEqual(batch);
    });

    bench.needs('restart', 'is unavailable: a stream is not missing, and nothing was written', async () => {
      const stream = freshStream();
      await bench.store.append(stream, 'no-stream', events(1));
      const store = await bench.open({ timeoutMs: TIMEOUT_MS });
      await store.head(stream);
      await server().kill!();
      try {
        await expect(read(store, stream)).rejects.toThrow(StoreUnavailable);
        await expect(store.head(stream)).rejects.toThrow(StoreUnavailable);
        // Once the store has noticed, nothing is sent any more, and it can say that nothing was written.
        await store.append(stream, 0, events(1)).catch(() => undefined);
        await expect(store.append(stream, 0, events(1))).rejects.toThrow(StoreUnavailable);
      } finally {
        await server().start!();
      }
      expect(await eventually(() => store.head(stream))).toBe(0);
      await eventually(() => store.append(stream, 0, events(1)));
    });

    bench.needs('restart', 'loses nothing that it acknowledged, and stores nothing twice', async () => {
      const streams = Array.from({ length: 8 }, freshStream);
      const acknowledged = new Map(streams.map((stream) => [stream, [] as string[]]));
      let stopping = false;
      const writing = streams.map(async (stream) => {
        while (!stopping) {
          const event = anEvent();
          await untilStored(bench.store, stream, acknowledged.get(stream)!.length, event);
          acknowledged.get(stream)!.push(event.id);
        }
      });
      for (let round = 0; round < 2; round += 1) {
        await pause(150);
        await server().kill!();
        await server().start!();
      }
      await pause(150);
      stopping = true;
      await Promise.all(writing);
      for (const stream of streams) {
        expect((await read(bench.store, stream)).map(({ id }) => id)).toEqual(acknowledged.get(stream));
      }
    });

    bench.needs('restart', 'goes on with its subscriptions where they were, running ones and those from a stored position', async () => {
      const start = await from();
      const stream = freshStream();
      const seen = collect(bench.store, start);
      await bench.store.append(stream, 'no-stream', events(3));
      await seen.until(({ events: all }) => all.length === 3);
      const stored = seen.events[1]!.position;

      await server().kill!();
      await server().start!();
      await eventually(() => bench.store.append(stream, 2, [anEvent()]));
      const resumed = collect(await bench.open(), { after: stored });
      await seen.until(({ events: all }) => all.length >= 4);
      await resumed.until(({ events: all }) => all.length >= 2);
      expect(seen.events.map(({ revision }) => revision)).toEqual([0, 1, 2, 3]);
      expect(resumed.events).toEqual(seen.events.slice(2));
      await Promise.all([seen.leave(), resumed.leave()]);
    });
  });

  describe('a server that drops its clients', () => {
    bench.needs('cut', 'does not interrupt a subscription: no hole, no repeat', async () => {
      const seen = collect(bench.store, { ...(await from()), pageSize: 5 });
      const stream = freshStream();
      for (let n = 0; n < 60; n += 1) {
        if (n % 20 === 10) await server().cut!();
        await untilStored(bench.store, stream, n, anEvent());
      }
      await seen.until(({ events: all }) => all.length >= 60);
      expect(seen.events.map(({ revision }) => revision)).toEqual(Array.from({ length: 60 }, (_, n) => n));
      await seen.leave();
    });
  });

  describe('a server that hangs', () => {
    bench.needs('hang', 'is given up in time, and used again when it answers', async () => {
      const stream = freshStream();
      const store = await bench.open({ timeoutMs: TIMEOUT_MS });
      await store.append(stream, 'no-stream', events(1));
      const seen = collect(store, {}, stream);
      await seen.until(({ caughtUp }) => caughtUp);
      await server().freeze!();
      try {
        const began = Date.now();
        const [append, reading, head] = await Promise.allSettled([store.append(stream, 0, events(1)), read(store, stream), store.head()]);
        expect(Date.now() - began).toBeLessThan(TIMEOUT_MS + SLACK_MS);
        // It was sent: whether it is there, only the stream can tell.
        expect(append).toMatchObject({ status: 'rejected', reason: { code: 'outcome-unknown' } });
        expect(reading).toMatchObject({ status: 'rejected', reason: { code: 'store-unavailable' } });
        expect(head).toMatchObject({ status: 'rejected', reason: { code: 'store-unavailable' } });
      } finally {
        await server().thaw!();
      }
      const reached = await eventually(() => store.head(stream));
      await untilStored(store, stream, reached! + 1, anEvent());
      const length = (await read(store, stream)).length;
      await seen.until(({ events: all }) => all.length >= length);
      expect(seen.events.map(({ revision }) => revision)).toEqual(Array.from({ length }, (_, n) => n));
      await seen.leave();
    });

    bench.needs('hang', 'does not keep a store from being closed', async () => {
      const store = await bench.open({ timeoutMs: TIMEOUT_MS });
      await store.head();
      await server().freeze!();
      try {
        const began = Date.now();
        const [head] = await Promise.allSettled([store.head(), store.close()]);
        expect(head).toMatchObject({ status: 'rejected', reason: { code: 'store-unavailable' } });
        expect(Date.now() - began).toBeLessThan(TIMEOUT_MS + SLACK_MS);
      } finally {
        await server().thaw!();
      }
    });
  });
}

/** Tries again while the store is unavailable; for 20 s at most. */
async function eventually<T>(attempt: () => Promise<T>): Promise<T> {
  for (const end = Date.now() + 20_000; ; await pause(50)) {
    try {
      return await attempt();
    } catch (error) {
      if (Date.now() > end || !(error instanceof StoreUnavailable || error instanceof OutcomeUnknown)) throw error;
    }
  }
}

/** Appends one event at a revision, sending it again until the store says that it is there. */
async function untilStored(store: EventStore, stream: string, revision: number, event: NewEvent): Promise<void> {
  const { revision: stored } = await eventually(() => store.append(stream, revision === 0 ? 'no-stream' : revision - 1, [event]));
  if (stored !== revision) throw new WrongExpectedRevision(stream, revision, stored);
}
