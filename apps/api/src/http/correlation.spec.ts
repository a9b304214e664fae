import { expect, test } from '@jest/globals';
import { correlationIdOf } from './correlation.ts';

const UUID = /^[0-9a-f-]{36}$/;

test("the caller's own id is kept", () => {
  expect(correlationIdOf({ 'x-correlation-id': 'frontend-42.a_b' })).toBe('frontend-42.a_b');
});

test('else the trace id, else a new one', () => {
  const traceparent = '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01';
  expect(correlationIdOf({ traceparent })).toBe('4bf92f3577b34da6a3ce929d0e0e4736');
  expect(correlationIdOf({})).toMatch(UUID);
  expect(correlationIdOf({})).not.toBe(correlationIdOf({}));
});

test.each(['02049000192', 'sak-02049000192', 'short', 'a b c d e f', 'x'.repeat(65), 'linje\nskift-her'])(
  '%p is stored nowhere',
  (given) => {
    expect(correlationIdOf({ 'x-correlation-id': given })).toMatch(UUID);
  },
);
