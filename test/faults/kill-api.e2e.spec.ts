import { expect, test } from '@jest/globals';
import { killApi } from './kill-api.ts';

const ROUNDS = Number(process.env['KVP_KILL_ROUNDS'] ?? 3);
const ROUND_MS = 30_000;

test(
  `after kill -9 under load (${ROUNDS} rounds), every acknowledged command is in the log once, and a repeat gets the first answer`,
  async () => {
    const figures = await killApi(ROUNDS);
    expect(figures).toMatchObject({ rounds: ROUNDS, lost: 0, doubled: 0, brokenChains: 0, answeredOtherwise: 0 });
    // Every round goes on until at least 20 commands are answered.
    expect(figures.acknowledged).toBeGreaterThanOrEqual(20 * ROUNDS);
    expect(Object.keys(figures.statuses).sort()).toEqual(expect.arrayContaining(['200', '201']));
    expect(Object.keys(figures.statuses).filter((status) => !['200', '201', 'none'].includes(status))).toEqual([]);
  },
  ROUND_MS * (ROUNDS + 1),
);
