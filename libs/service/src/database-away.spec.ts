import { expect, test } from '@jest/globals';
import { isDatabaseAway } from './database-away.ts';

const withCode = (code: string): Error => Object.assign(new Error('x'), { code });

test.each(['ECONNREFUSED', 'ECONNRESET', '57P01', '57P03', '08006', '53300', '57014'])('%s means that the database is away', (code) => {
  expect(isDatabaseAway(withCode(code))).toBe(true);
});

test('also inside another error, and in one of several', () => {
  expect(isDatabaseAway(new Error('could not', { cause: withCode('ECONNREFUSED') }))).toBe(true);
  expect(isDatabaseAway(new AggregateError([withCode('ECONNREFUSED')]))).toBe(true);
  expect(isDatabaseAway(new Error('Connection terminated unexpectedly'))).toBe(true);
});

test.each(['42P01', '23505', 'ENOENT'])('%s is a fault of ours', (code) => {
  expect(isDatabaseAway(withCode(code))).toBe(false);
});
