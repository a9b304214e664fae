import { expect, test } from '@jest/globals';
import type { Actor } from '@kvp/lifecycle';
import { TokenCache } from './token-cache.ts';

const actor: Actor = { id: 'kari', role: 'caseworker', municipality: '4204', office: '1001' };

test('a token is known until it runs out, and not a second longer', () => {
  const cache = new TokenCache();
  cache.set('token', { actor, expires: 100 });
  expect(cache.get('token', 99.9)).toEqual(actor);
  expect(cache.get('token', 100)).toBeUndefined();
  expect(cache.size).toBe(0);
});

test('another token is another matter', () => {
  const cache = new TokenCache();
  cache.set('token', { actor, expires: 100 });
  expect(cache.get('tokem', 1)).toBeUndefined();
});

test('memory is bounded: the oldest goes first', () => {
  const cache = new TokenCache(2);
  for (const token of ['one', 'two', 'three']) cache.set(token, { actor, expires: 100 });
  expect(['one', 'two', 'three'].map((token) => cache.get(token, 1) !== undefined)).toEqual([false, true, true]);
});
