import { describe, expect, test } from '@jest/globals';
import type { Position } from '../port.ts';
import { events, freshStream, given } from './examples.ts';
import { collect, nextPage } from './subscriber.ts';
import { startWriters } from './writers.ts';
import type { Bench } from './contract.ts';

export function subscribing(bench: Bench): void {
  describe('subscribeAll', () => {
    test('gives what is there, says that it has caught up, then what comes', async () => {
      const after = await bench.store.head();
      const stream = freshStream();
      const [before, live] = [events(3), events(2)];
      await bench.store.append(stream, 'no-stream', before);

      const seen = collect(bench.store, { ...from(after), pageSize: 2 });
      await seen.until(({ caughtUp }) => caughtUp);
      expect(seen.events.map(given)).toEqual(before);
      await bench.store.append(stream, 2, live);
      await seen.until(({ events: all }) => all.length === 5);
      expect(seen.events.map(given)).toEqual([...before, ...live]);
      expect(seen.events.every((event, n) => n === 0 || event.position > seen.events[n - 1]!.position)).toBe(true);
      expect(seen.longestPage).toBeLessThanOrEqual(2);
      await seen.leave();
    });

    test('goes on after the position it is given, whichever event that was', async () => {
      const after = await bench.store.head();
      const stream = freshStream();
      await bench.store.append(stream, 'no-stream', events(4));
      const whole = collect(bench.store, from(after));
      await whole.until(({ events: all }) => all.length === 4);
      await whole.leave();
      for (const [n, { position }] of whole.events.entries()) {
        const rest = collect(bench.store, { after: position });
        await rest.until(({ caughtUp }) => caughtUp);
        expect(rest.events).toEqual(whole.events.slice(n + 1));
        await rest.leave();
      }
    });

    test('ends without an error when its signal aborts, while it waits and before it began', async () => {
      const after = await bench.store.head();
      const ending = new AbortController();
      const subscription = bench.store.subscribeAll({ ...from(after), signal: ending.signal })[Symbol.asyncIterator]();
      expect(await nextPage(subscription)).toEqual({ events: [], caughtUp: true });
      const waiting = subscription.next();
      ending.abort();
      expect(await waiting).toEqual({ done: true, value: undefined });
      expect(await Array.fromAsync(bench.store.subscribeAll({ signal: AbortSignal.abort() }))).toEqual([]);
    });

    test('ends when the store is closed', async () => {
      const store = await bench.open();
      const subscription = store.subscribeAll(from(await store.head()))[Symbol.asyncIterator]();
      await subscription.next();
      const waiting = subscription.next();
      await store.close();
      expect(await waiting).toEqual({ done: true, value: undefined });
    });

    bench.needs('second-process', '8 writers in 2 processes: one order for all, without hole or repeat', async () => {
      const after = await bench.store.head();
      const seen = collect(bench.store, { ...from(after), pageSize: 50 });
      const streams = Array.from({ length: 4 }, freshStream);
      const { appends, failures } = await startWriters(bench.harness.elsewhere!, { processes: 2, writers: 4, appends: 60, streams });
      expect(failures).toEqual([]);

      // Every writer appends 60 times, one event and then two by turns: 8 × (30 × 1 + 30 × 2) events.
      await seen.until(({ events: all }) => all.length >= 720);
      expect(seen.events).toHaveLength(720);
      expect(new Set(seen.events.map(({ id }) => id)).size).toBe(720);
      const again = collect(bench.store, from(after));
      await again.until(({ caughtUp }) => caughtUp);
      expect(seen.events).toEqual(again.events);
      for (const stream of streams) {
        const own = seen.events.filter((event) => event.stream === stream);
        expect(own.map(({ revision }) => revision)).toEqual(own.map((_, n) => n));
      }
      const placed = new Map(seen.events.map(({ id, position }) => [id, position]));
      expect(appends).toHaveLength(480);
      for (const { lastId, position } of appends) expect(placed.get(lastId)).toBe(position);
      await Promise.all([seen.leave(), again.leave()]);
    });
  });

  describe('subscribeStream', () => {
    test('waits for a stream that does not exist yet, and gives that stream only', async () => {
      const stream = freshStream();
      const seen = collect(bench.store, {}, stream);
      await seen.until(({ caughtUp }) => caughtUp);
      await bench.store.append(freshStream(), 'no-stream', events(2));
      const own = events(3);
      await bench.store.append(stream, 'no-stream', own);
      await seen.until(({ events: all }) => all.length === 3);
      expect(seen.events.map(given)).toEqual(own);
      await seen.leave();
    });

    test('goes on after a revision', async () => {
      const stream = freshStream();
      await bench.store.append(stream, 'no-stream', events(5));
      const seen = collect(bench.store, { after: 2 }, stream);
      await seen.until(({ caughtUp }) => caughtUp);
      expect(seen.events.map(({ revision }) => revision)).toEqual([3, 4]);
      await seen.leave();
    });
  });

  describe('a loop that is left early', () => {
    bench.needs('open-calls', 'leaves no call open', async () => {
      const stream = freshStream();
      await bench.store.append(stream, 'no-stream', events(3000));
      const store = await bench.open();
      for (let round = 0; round < 20; round += 1) {
        for await (const { events: page } of store.subscribeAll({ pageSize: 10 })) if (page.length > 0) break;
        for await (const { events: page } of store.subscribeStream(stream, { pageSize: 10 })) if (page.length > 0) break;
        for await (const { revision } of store.readStream(stream)) if (revision === 3) break;
      }
      await expectSoon(0, () => bench.harness.openCalls!());
      // The store goes on working; a client whose calls had piled up would wait for ever.
      expect(await store.head(stream)).toBe(2999);
    });
  });
}

const from = (after: Position | null): { after?: Position } => (after === null ? {} : { after });

async function expectSoon(expected: number, count: () => Promise<number>): Promise<void> {
  for (const end = Date.now() + 5_000; Date.now() < end && (await count()) !== expected;) {
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  expect(await count()).toBe(expected);
}
