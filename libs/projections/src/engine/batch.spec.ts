import { expect, test } from '@jest/globals';
import { type OpenedEvent, ratesBook } from '@kvp/deciding';
import { recorded } from '../testing/lives.ts';
import { tally } from '../testing/tally.ts';
import { foldCase } from './batch.ts';

const added = (revision: number, amount: number): OpenedEvent =>
  recorded({ type: 'Added', version: 1, data: { amount }, personal: null }, revision);

test('events are folded in order, and add their rows', () => {
  expect(foldCase(tally, { revision: 0, state: { sum: 1 } }, [added(1, 2), added(2, 4)], ratesBook([]))).toEqual({
    revision: 2,
    state: { sum: 7 },
    added: [
      { row: { revision: 1, amount: 2 }, personal: { sum: 3 } },
      { row: { revision: 2, amount: 4 }, personal: { sum: 7 } },
    ],
    replaced: false,
  });
});

test('an event that comes twice counts once', () => {
  const before = { revision: 1, state: { sum: 3 } };
  expect(foldCase(tally, before, [added(0, 1), added(1, 2)], ratesBook([]))).toBeUndefined();
  expect(foldCase(tally, before, [added(1, 2), added(2, 4)], ratesBook([]))).toMatchObject({ revision: 2, state: { sum: 7 } });
});

test('a hole in a stream is an error, never a gap in the rows', () => {
  expect(() => foldCase(tally, { revision: 0, state: { sum: 1 } }, [added(2, 4)], ratesBook([]))).toThrow(RangeError);
  expect(() => foldCase(tally, undefined, [added(1, 4)], ratesBook([]))).toThrow(RangeError);
});
