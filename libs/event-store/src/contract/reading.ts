import { describe, expect, test } from '@jest/globals';
import { StreamNotFound } from '../errors.ts';
import { events, freshStream, given, read, revisions } from './examples.ts';
import type { Bench } from './contract.ts';

export function reading(bench: Bench): void {
  describe('readStream', () => {
    test('forwards and backwards, from a revision, limited', async () => {
      const stream = freshStream();
      await bench.store.append(stream, 'no-stream', events(5));
      const seen = async (options?: Parameters<typeof read>[2]) => revisions(await read(bench.store, stream, options));

      expect(await seen()).toEqual([0, 1, 2, 3, 4]);
      expect(await seen({ from: 2 })).toEqual([2, 3, 4]);
      expect(await seen({ from: 1, limit: 2 })).toEqual([1, 2]);
      expect(await seen({ direction: 'backwards' })).toEqual([4, 3, 2, 1, 0]);
      expect(await seen({ direction: 'backwards', limit: 1 })).toEqual([4]);
      expect(await seen({ direction: 'backwards', from: 2 })).toEqual([2, 1, 0]);
      expect(await seen({ direction: 'backwards', from: 99, limit: 2 })).toEqual([4, 3]);
      expect(await seen({ from: 5 })).toEqual([]);
      expect(await seen({ limit: 0 })).toEqual([]);
    });

    test('gives what was stored, in streams of any length', async () => {
      const stream = freshStream();
      const batches = [events(1200), events(1200)];
      await bench.store.append(stream, 'no-stream', batches[0]!);
      await bench.store.append(stream, 1199, batches[1]!);
      const stored = await read(bench.store, stream);
      expect(stored.map(given)).toEqual(batches.flat());
      expect(stored.every((event, n) => event.stream === stream && event.revision === n)).toBe(true);
      const backwards = await read(bench.store, stream, { direction: 'backwards' });
      expect(backwards).toEqual(stored.toReversed());
    });

    test('a missing stream throws, whichever way it is read', async () => {
      for (const options of [{}, { from: 3 }, { direction: 'backwards' as const }, { limit: 1 }]) {
        await expect(read(bench.store, freshStream(), options)).rejects.toThrow(StreamNotFound);
      }
    });
  });

  describe('head', () => {
    test('of a stream: its last revision, or null', async () => {
      const stream = freshStream();
      expect(await bench.store.head(stream)).toBeNull();
      await bench.store.append(stream, 'no-stream', events(3));
      expect(await bench.store.head(stream)).toBe(2);
    });

    test('of the log: the position of the last event', async () => {
      const { position } = await bench.store.append(freshStream(), 'no-stream', events(2));
      expect(await bench.store.head()).toBe(position);
    });
  });
}
