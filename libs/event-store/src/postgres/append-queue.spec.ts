import { expect, test } from '@jest/globals';
import { AppendQueue } from './append-queue.ts';
import type { PendingAppend } from './append-queue.ts';

const pending = (stream: string, parts: Partial<PendingAppend> = {}): PendingAppend => ({
  ...{ stream, expected: 'no-stream', events: [], bytes: 100, open: false, unanswered: 0, alone: false, settled: false },
  ...parts,
});

function queueOf(...appends: PendingAppend[]): AppendQueue<PendingAppend> {
  const queue = new AppendQueue();
  for (const append of appends) queue.add(append);
  return queue;
}

const streamsOf = (group: readonly PendingAppend[]): string[] => group.map(({ stream }) => stream);

test('a group holds one append a stream; the next one waits until the group is done', () => {
  const [first, second] = [pending('a'), pending('a')];
  const queue = queueOf(first, second, pending('b'));
  const group = queue.take();
  expect(group[0]).toBe(first);
  expect(streamsOf(group)).toEqual(['a', 'b']);
  expect(queue.take()).toEqual([]);
  queue.done(group);
  expect(queue.take()).toEqual([second]);
});

test('a group holds 32 appends, or 2 000 000 bytes', () => {
  const many = queueOf(...Array.from({ length: 40 }, (_, n) => pending(`s${n}`)));
  expect(many.take()).toHaveLength(32);
  expect(many.take()).toHaveLength(8);
  const large = queueOf(...Array.from({ length: 3 }, (_, n) => pending(`s${n}`, { bytes: 999_999 })));
  expect(large.take()).toHaveLength(2);
  expect(large.take()).toHaveLength(1);
});

test('what goes alone goes alone', () => {
  const queue = queueOf(pending('a'), pending('b', { alone: true }), pending('c'));
  expect(streamsOf(queue.take())).toEqual(['a', 'c']);
  expect(streamsOf(queue.take())).toEqual(['b']);
  const first = queueOf(pending('a', { alone: true }), pending('b'));
  expect(streamsOf(first.take())).toEqual(['a']);
  expect(streamsOf(first.take())).toEqual(['b']);
});

test('what is sent again goes first, and what was given up goes nowhere', () => {
  const queue = queueOf(pending('a'), pending('b', { settled: true }));
  queue.putBack([pending('c')]);
  expect(streamsOf(queue.take())).toEqual(['c', 'a']);
  expect(queue.drain()).toEqual([]);
});

test('a busy stream with many appends does not keep others waiting', () => {
  const queue = queueOf(...Array.from({ length: 100 }, () => pending('busy')), pending('other'));
  expect(streamsOf(queue.take())).toEqual(['busy', 'other']);
  expect(queue.drain()).toHaveLength(99);
});
