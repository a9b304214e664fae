import { describe, expect, test } from '@jest/globals';
import { DuplicateEventId, InvalidEvent, StreamNotFound, WrongExpectedRevision } from '../errors.ts';
import { anEvent, events, freshStream, given, read, revisions } from './examples.ts';
import type { Bench } from './contract.ts';

export function appending(bench: Bench): void {
  describe('append', () => {
    test('starts a stream, and goes on at the exact revision', async () => {
      const stream = freshStream();
      const first = await bench.store.append(stream, 'no-stream', events(2));
      const second = await bench.store.append(stream, 1, events(1));

      expect(first).toMatchObject({ revision: 1, repeated: false });
      expect(second).toMatchObject({ revision: 2, repeated: false });
      expect(second.position > first.position).toBe(true);
      const stored = await read(bench.store, stream);
      expect(revisions(stored)).toEqual([0, 1, 2]);
      expect([stored[1]?.position, stored[2]?.position]).toEqual([first.position, second.position]);
    });

    test('a conflict names what was expected and what is', async () => {
      const stream = freshStream();
      await expect(bench.store.append(stream, 0, events(1))).rejects.toMatchObject({ expected: 0, actual: 'no-stream' });
      await bench.store.append(stream, 'no-stream', events(3));

      for (const expected of ['no-stream', 0, 1, 3] as const) {
        const refused = bench.store.append(stream, expected, events(1));
        await expect(refused).rejects.toThrow(WrongExpectedRevision);
        await expect(refused).rejects.toMatchObject({ code: 'wrong-expected-revision', stream, expected, actual: 2 });
      }
      expect(await bench.store.head(stream)).toBe(2);
    });

    test('of writers at the same revision exactly one wins', async () => {
      const stream = freshStream();
      const other = await bench.open();
      const attempts = Array.from({ length: 8 }, (_, n) => (n % 2 === 0 ? bench.store : other).append(stream, 'no-stream', events(1)));
      const outcomes = await Promise.allSettled(attempts);

      expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      const losers = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason as unknown] : []));
      for (const reason of losers) expect(reason).toMatchObject({ code: 'wrong-expected-revision', actual: 0 });
      expect(await bench.store.head(stream)).toBe(0);
    });

    test('all events or none', async () => {
      const stream = freshStream();
      const [good, taken] = events(2);
      await bench.store.append(stream, 'no-stream', [taken!]);
      await expect(bench.store.append(stream, 5, [good!, anEvent()])).rejects.toThrow(WrongExpectedRevision);
      await expect(bench.store.append(stream, 0, [good!, anEvent({ id: 'no uuid' })])).rejects.toThrow(InvalidEvent);
      expect((await read(bench.store, stream)).map(given)).toEqual([given(taken!)]);
    });

    test('one bad append among many fails alone', async () => {
      const streams = Array.from({ length: 40 }, freshStream);
      const outcomes = await Promise.allSettled(
        streams.map((stream, n) => bench.store.append(stream, n % 10 === 3 ? 7 : 'no-stream', events(2))),
      );
      expect(outcomes.map(({ status }) => status)).toEqual(streams.map((_, n) => (n % 10 === 3 ? 'rejected' : 'fulfilled')));
      await expect(read(bench.store, streams[3]!)).rejects.toThrow(StreamNotFound);
      expect(await read(bench.store, streams[4]!)).toHaveLength(2);
    });
  });

  describe('the same append again', () => {
    test('succeeds with the first result, and stores nothing', async () => {
      const stream = freshStream();
      const batch = events(3);
      const first = await bench.store.append(stream, 'no-stream', batch);
      expect(await bench.store.append(stream, 'no-stream', batch)).toEqual({ ...first, repeated: true });
      expect(await bench.store.head(stream)).toBe(2);
    });

    test('succeeds with the first result when the stream has moved on, through another client too', async () => {
      const stream = freshStream();
      const batch = events(2);
      await bench.store.append(stream, 'no-stream', events(1));
      const first = await bench.store.append(stream, 0, batch);
      await bench.store.append(stream, 2, events(4));
      const other = await bench.open();
      expect(await other.append(stream, 0, batch)).toEqual({ ...first, repeated: true });
      expect(await other.head(stream)).toBe(6);
    });

    test('twice at the same moment is stored once', async () => {
      const stream = freshStream();
      const batch = events(2);
      const other = await bench.open();
      const results = await Promise.all([bench.store, other, bench.store, other].map((store) => store.append(stream, 'no-stream', batch)));
      expect(results.map(({ revision }) => revision)).toEqual([1, 1, 1, 1]);
      expect(results.filter(({ repeated }) => !repeated)).toHaveLength(1);
      expect(await bench.store.head(stream)).toBe(1);
    });

    test('with other content is refused, and what is stored stays', async () => {
      const stream = freshStream();
      const original = anEvent({ data: { amount: 1 } });
      await bench.store.append(stream, 'no-stream', [original]);
      for (const change of [{ data: { amount: 2 } }, { type: 'Other' }, { version: 2 }, { sealed: {} }, { metadata: {} }]) {
        await expect(bench.store.append(stream, 'no-stream', [{ ...original, ...change }])).rejects.toThrow(DuplicateEventId);
      }
      expect((await read(bench.store, stream)).map(given)).toEqual([original]);
    });

    test('in part only, or at another place, is a conflict', async () => {
      const stream = freshStream();
      const [first, second] = events(2);
      await bench.store.append(stream, 'no-stream', [first!, second!]);
      const attempts = [[first!, anEvent()], [second!, first!], [second!], [first!, second!, anEvent()]];
      for (const attempt of attempts) {
        await expect(bench.store.append(stream, 'no-stream', attempt)).rejects.toThrow(WrongExpectedRevision);
      }
      expect(await bench.store.head(stream)).toBe(1);
    });

    bench.needs('unique-ids', 'an id that is taken elsewhere is refused', async () => {
      const [here, there] = [freshStream(), freshStream()];
      const taken = anEvent();
      await bench.store.append(here, 'no-stream', [taken]);
      await expect(bench.store.append(there, 'no-stream', [anEvent(), taken])).rejects.toThrow(DuplicateEventId);
      await expect(bench.store.append(here, 0, [taken])).rejects.toThrow(DuplicateEventId);
      await expect(read(bench.store, there)).rejects.toThrow(StreamNotFound);
    });
  });
}
