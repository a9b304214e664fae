import { expect, test } from '@jest/globals';

test('two different dates are different to jest, nested too', () => {
  const first = Temporal.PlainDate.from('2026-01-01');
  const second = Temporal.PlainDate.from('2026-01-02');
  expect(first).not.toEqual(second);
  expect({ period: { from: first } }).not.toEqual({ period: { from: second } });
  expect({ period: { from: first } }).toEqual({ period: { from: Temporal.PlainDate.from('2026-01-01') } });
});
