import { expect, test } from '@jest/globals';
import { notBefore, recordedTime } from './write-events.ts';

test.each([
  ['2026-11-30T23:59:59.999999999Z', '2026-11-30T23:59:59.999Z'],
  ['2026-11-30T12:00:00Z', '2026-11-30T12:00:00.000Z'],
  ['2008-02-29T00:30:00.05+01:00', '2008-02-28T23:30:00.050Z'],
])('%s is recorded as %s', (instant, recorded) => {
  expect(recordedTime(Temporal.Instant.from(instant))).toBe(recorded);
});

test('the clock of a stream never runs backwards', () => {
  const [earlier, later] = ['2026-11-30T12:00:00.000Z', '2026-11-30T12:00:00.001Z'];
  expect([notBefore(null, earlier), notBefore(later, earlier), notBefore(earlier, later)]).toEqual([earlier, later, later]);
});
