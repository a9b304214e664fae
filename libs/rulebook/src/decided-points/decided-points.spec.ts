import { expect, test } from '@jest/globals';
import { DECIDED_POINTS } from './index.ts';

test('there are forty points, and none is missing', () => {
  expect(DECIDED_POINTS.map(({ number }) => number)).toEqual(Array.from({ length: 40 }, (_, index) => index + 1));
});

test('a municipality may settle what the law leaves to it, and no more', () => {
  // Absence and supplement, paper notice, the model of the month, the share of a set-off.
  expect(DECIDED_POINTS.filter(({ policy }) => policy).map(({ number }) => number)).toEqual([8, 15, 30, 31]);
});

test('each says what was decided', () => {
  for (const { title, text } of DECIDED_POINTS) expect([title.length > 3, text.endsWith('.')]).toEqual([true, true]);
});
