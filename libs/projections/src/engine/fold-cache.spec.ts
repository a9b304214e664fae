import { expect, test } from '@jest/globals';
import { FoldCache } from './fold-cache.ts';

test('what was seen longest ago is forgotten first, by size', () => {
  const cache = new FoldCache<string>(10);
  cache.set('a', { revision: 0, state: 'a' }, 4);
  cache.set('b', { revision: 0, state: 'b' }, 4);
  cache.get('a');
  cache.set('c', { revision: 0, state: 'c' }, 4);
  cache.trim();
  expect(['a', 'b', 'c'].map((key) => cache.get(key)?.state)).toEqual(['a', undefined, 'c']);
});

test('a case that grows counts once, with its last size', () => {
  const cache = new FoldCache<number>(10);
  for (const state of [1, 2, 3]) cache.set('a', { revision: state, state }, 9);
  cache.set('b', { revision: 0, state: 0 }, 1);
  cache.trim();
  expect([cache.get('a')?.state, cache.get('b')?.state]).toEqual([3, 0]);
});
