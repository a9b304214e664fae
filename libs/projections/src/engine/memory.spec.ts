import { expect, test } from '@jest/globals';
import { lineMemory } from './memory.ts';

const MB = 1_000_000;

test('the lines of a small process share half of its heap', () => {
  // Half of 384 MB for six lines is 32 MB a line: 16 MB of states at 6 bytes a character, 16 MB of rows at 4 000 bytes.
  expect(lineMemory(384 * MB, 6)).toEqual({ cached: 2_666_667, rows: 4_000 });
});

test('a rebuild, which is one line, keeps more in the same heap', () => {
  expect(lineMemory(384 * MB, 1)).toEqual({ cached: 16 * MB, rows: 20_000 });
});

test('nobody keeps more than is of use, nor so little that every case is read for itself', () => {
  expect(lineMemory(64_000 * MB, 6)).toEqual({ cached: 32 * MB, rows: 20_000 });
  expect(lineMemory(10 * MB, 6)).toEqual({ cached: 500_000, rows: 1_000 });
});
