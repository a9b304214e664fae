import { describe, expect, test } from '@jest/globals';
import { Bell } from './bell.ts';
import { StoreUnavailable } from './errors.ts';
import { follow } from './follow.ts';
import type { Source } from './follow.ts';
import type { RecordedEvent } from './port.ts';
import { toPosition } from './position.ts';

const event = (revision: number): RecordedEvent => ({
  ...{ id: `id-${revision}`, type: 'Happened', version: 1, data: {}, sealed: null, metadata: {} },
  ...{ stream: 's', revision, position: toPosition(revision + 1) },
});

/** A source of events 0 up to a count, which a test may change, with reads that a test may make fail. */
function aSource(count: number, change: Partial<Source<number>> = {}) {
  const state = { count, reads: 0, bell: new Bell(), closing: new AbortController() };
  const source: Source<number> = {
    read: async (after, limit) => {
      state.reads += 1;
      const first = after === undefined ? 0 : after + 1;
      return Array.from({ length: Math.max(0, Math.min(limit, state.count - first)) }, (_, n) => event(first + n));
    },
    placeOf: ({ revision }) => revision,
    bell: state.bell,
    pollMs: 60_000,
    closing: state.closing.signal,
    ...change,
  };
  return { state, source };
}

describe('pages', () => {
  test('end with a short one that has caught up, or an empty one when the last was full', async () => {
    const pagesOf = async (count: number): Promise<[number, boolean][]> => {
      const pages: [number, boolean][] = [];
      for await (const { events, caughtUp } of follow(aSource(count).source, { pageSize: 2 })) {
        pages.push([events.length, caughtUp]);
        if (caughtUp) break;
      }
      return pages;
    };
    expect(await pagesOf(3)).toEqual([
      [2, false],
      [1, true],
    ]);
    expect(await pagesOf(4)).toEqual([
      [2, false],
      [2, false],
      [0, true],
    ]);
    expect(await pagesOf(0)).toEqual([[0, true]]);
  });

  test('are read one ahead while one is handled, and not two', async () => {
    const { state, source } = aSource(100);
    const pages = follow(source, { pageSize: 10 });
    await pages.next();
    await new Promise((resolve) => setImmediate(resolve));
    expect(state.reads).toBe(2);
    await pages.return();
    expect(state.reads).toBe(2);
  });

  test('bring together what comes within a moment of the page before', async () => {
    const { state, source } = aSource(1, { gatherMs: 60 });
    const pages = follow(source, {});
    const next = async (): Promise<number | undefined> => (await pages.next()).value?.events.length;
    const arrive = (): void => {
      state.count += 1;
      state.bell.ring();
    };
    expect(await next()).toBe(1);
    const together = next();
    arrive();
    await new Promise((resolve) => setImmediate(resolve));
    arrive();
    expect(await together).toBe(2);
    await pages.return();
  });

  test('come when the bell rings, also when it rang while the source was read', async () => {
    const { state, source } = aSource(0);
    const ringing: Source<number> = {
      ...source,
      read: async (after, limit) => {
        const events = await source.read(after, limit);
        if (state.reads === 1) {
          state.count = 1; // too late for the read above
          state.bell.ring();
        }
        return events;
      },
    };
    const pages = follow(ringing, {});
    expect(await pages.next()).toMatchObject({ value: { events: [], caughtUp: true } });
    expect(await pages.next()).toMatchObject({ value: { events: [{ revision: 0 }], caughtUp: true } });
    await pages.return();
  });

  test('come without a bell too, after a while', async () => {
    const { state, source } = aSource(0, { pollMs: 5 });
    const pages = follow(source, {});
    await pages.next();
    state.count = 2;
    expect(await pages.next()).toMatchObject({ value: { events: [{ revision: 0 }, { revision: 1 }] } });
    await pages.return();
  });
});

describe('a source that fails', () => {
  test('is read again from the same place while it is unavailable, and every failure is told', async () => {
    const troubles: Error[] = [];
    const { source } = aSource(4);
    let failures = 0;
    const failing: Source<number> = {
      ...source,
      read: async (after, limit) => {
        if (after === 1 && (failures += 1) <= 2) throw new StoreUnavailable('Gone for a moment.');
        return source.read(after, limit);
      },
      onTrouble: (error) => troubles.push(error),
    };
    const revisions: number[] = [];
    for await (const { events, caughtUp } of follow(failing, { pageSize: 2 })) {
      revisions.push(...events.map(({ revision }) => revision));
      if (caughtUp) break;
    }
    expect(revisions).toEqual([0, 1, 2, 3]);
    expect(troubles).toHaveLength(2);
  });

  test('for another reason ends the loop with that reason, once what was read is handled', async () => {
    const { source } = aSource(4);
    const failing: Source<number> = {
      ...source,
      read: (after, limit) => (after === 1 ? Promise.reject(new TypeError('Not a log.')) : source.read(after, limit)),
    };
    const pages = follow(failing, { pageSize: 2 });
    expect(await pages.next()).toMatchObject({ value: { events: [{ revision: 0 }, { revision: 1 }] } });
    await new Promise((resolve) => setImmediate(resolve)); // the read ahead has failed by now, and nobody is told yet
    await expect(pages.next()).rejects.toThrow('Not a log.');
  });

  test('for ever does not keep a subscription from ending', async () => {
    const { state, source } = aSource(0);
    const hanging: Source<number> = { ...source, read: () => new Promise(() => undefined) };
    const next = follow(hanging, {}).next();
    state.closing.abort();
    expect(await next).toEqual({ done: true, value: undefined });
  });
});

test('a page of no events is refused', async () => {
  for (const pageSize of [0, -1, 1.5, NaN]) {
    await expect(follow(aSource(1).source, { pageSize }).next()).rejects.toThrow(RangeError);
  }
});
