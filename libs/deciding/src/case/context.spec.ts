import { expect, test } from '@jest/globals';
import { dayIn } from './context.ts';

// Norway is one hour ahead of UTC in winter and two in summer; the clocks change at 01:00 UTC on 29 March and 25 October 2026.
test.each([
  ['2026-03-28T22:59:59.999Z', '2026-03-28'],
  ['2026-03-28T23:00:00Z', '2026-03-29'],
  ['2026-03-29T21:59:59.999Z', '2026-03-29'],
  ['2026-03-29T22:00:00Z', '2026-03-30'],
  ['2026-03-28T23:00:00Z', '2026-03-29'],
  ['2026-10-24T22:00:00Z', '2026-10-25'],
  ['2026-10-25T22:59:59.999Z', '2026-10-25'],
  ['2026-10-25T23:00:00Z', '2026-10-26'],
  ['2008-06-30T21:30:00Z', '2008-06-30'],
  ['1969-12-31T22:59:59Z', '1969-12-31'],
])('at %s it is %s in Norway, whatever was asked before', (instant, day) => {
  expect(dayIn(Temporal.Instant.from(instant)).toString()).toBe(day);
  expect(dayIn(Temporal.Instant.from(instant)).toString()).toBe(day);
});
