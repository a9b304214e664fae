import { expect, test } from '@jest/globals';
import { killApi } from './kill-api.ts';
import { killTree } from './kill-tree.ts';
import type { KillFigures } from './support/kill-rounds.ts';

const ROUNDS = Number(process.env['KVP_KILL_ROUNDS'] ?? 3);
const TREE_ROUNDS = 2;
const ROUND_MS = 60_000;

test(
  `after kill -9 of the API under load (${ROUNDS} rounds), every acknowledged command is in the log once, and a repeat gets the first answer`,
  async () => expectNothingLost(await killApi(ROUNDS), ROUNDS),
  ROUND_MS * (ROUNDS + 1),
);

test(
  'the same with a PostgreSQL of our own, killed together with the API, or left behind by it',
  async () => expectNothingLost(await killTree(TREE_ROUNDS), TREE_ROUNDS),
  ROUND_MS * (TREE_ROUNDS + 1),
);

function expectNothingLost(figures: KillFigures, rounds: number): void {
  expect(figures).toMatchObject({ rounds, lost: 0, doubled: 0, brokenChains: 0, answeredOtherwise: 0 });
  // Every round goes on until at least 20 commands are answered.
  expect(figures.acknowledged).toBeGreaterThanOrEqual(20 * rounds);
  // While its database dies first, the API may have time to say 503.
  expect(Object.keys(figures.statuses).filter((status) => !['200', '201', '503', 'none'].includes(status))).toEqual([]);
}
