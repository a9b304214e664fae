import { expect, test } from '@jest/globals';
import { contention } from './contention.ts';

test('of fifty parallel commands on one case, through two processes, each is carried out once or told why not', async () => {
  const figures = await contention();
  expect(figures).toMatchObject({ sent: 100, lost: 0, doubled: 0, brokenChains: 0 });
  // Without a revision: carried out, or 409 after three tries. With one: exactly one wins it, and 49 are told 412.
  expect(figures.accepted - figures.wonRevision + figures.contended).toBe(50);
  expect(figures).toMatchObject({ wonRevision: 1, staleRevision: 49 });
  expect(figures.gained).toBe(figures.accepted);
  expect(Object.keys(figures.statuses).filter((status) => !['200', '409', '412'].includes(status))).toEqual([]);
}, 60_000);
