import { expect, test } from '@jest/globals';
import { type RebuildProgress, measure } from './rebuild-progress.ts';

test('speed is that of this run, and what is left follows from it', () => {
  const seen: RebuildProgress[] = [];
  let now = 0;
  const report = measure(
    'tally',
    1_000,
    5_000,
    (progress) => seen.push(progress),
    () => now,
  );
  now = 2_000;
  report(2_000);
  // 1 000 events in 2 s; 3 000 are left at 500 a second.
  expect(seen).toEqual([{ readModel: 'tally', handled: 2_000, total: 5_000, perSecond: 500, percent: 40, secondsLeft: 6 }]);
});

test('past what the live version knew of, there is no total to compare with', () => {
  const seen: RebuildProgress[] = [];
  let now = 0;
  const report = measure(
    'tally',
    0,
    10,
    (progress) => seen.push(progress),
    () => now,
  );
  now = 1_000;
  report(11);
  expect(seen[0]).toMatchObject({ total: null, percent: null, secondsLeft: null });
});
