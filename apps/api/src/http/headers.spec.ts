import { expect, test } from '@jest/globals';
import { idempotencyKey, ifMatch, requestTime } from './headers.ts';

const uuid = '0c1f1a58-7a3c-4c57-9d0e-6a4f8f0d7c11';

test('an idempotency key is a UUID, quoted or bare, in any case', () => {
  for (const given of [uuid, `"${uuid}"`, uuid.toUpperCase(), ` ${uuid} `]) expect(idempotencyKey(given)).toBe(uuid);
});

test.each([[undefined], [''], ['1'], [`${uuid}x`], ['02049000192'], [[uuid, uuid]]])('%p is no idempotency key', (given) => {
  expect(() => idempotencyKey(given)).toThrow(
    expect.objectContaining({ code: 'invalid-header', detail: expect.stringContaining('Idempotency-Key') }),
  );
});

test('If-Match is one strong revision, or is left out', () => {
  expect(ifMatch(undefined)).toBeUndefined();
  expect(ifMatch('"0"')).toBe(0);
  expect(ifMatch('"412"')).toBe(412);
});

test.each(['4', '*', 'W/"4"', '"4", "5"', '"-1"', '"4.0"', '"x"', ''])('%s is no revision', (given) => {
  expect(() => ifMatch(given)).toThrow(expect.objectContaining({ code: 'invalid-header', detail: expect.stringContaining('If-Match') }));
});

test('X-Time is an instant with its zone, or a day, which means noon in Oslo', () => {
  expect(requestTime('2026-05-01T10:00:00+02:00').toString()).toBe('2026-05-01T08:00:00Z');
  // Oslo is two hours before UTC in summer, one in winter.
  expect(requestTime('2026-07-01').toString()).toBe('2026-07-01T10:00:00Z');
  expect(requestTime('2026-01-01').toString()).toBe('2026-01-01T11:00:00Z');
});

test.each(['2026-02-30', '2026-05-01T10:00:00', 'now', '', '2026-13-01T00:00:00Z', '99999-01-01'])('%s is no time', (given) => {
  expect(() => requestTime(given)).toThrow(expect.objectContaining({ code: 'invalid-header' }));
});
