import { expect, test } from '@jest/globals';
import { lastDayOf, monthBefore, payDateOf } from './pay-date.ts';

test.each([
  // In arrears, on the pay day of the month after; rulebook § 5.4: the last working day before, when it is none.
  ['2026-06', 20, '2026-07-20'], // a Monday
  ['2026-05', 20, '2026-06-19'], // 20 June 2026 is a Saturday
  ['2026-08', 20, '2026-09-18'], // 20 September 2026 is a Sunday
  ['2026-04', 1, '2026-04-30'], // 1 May is a holiday
  ['2025-12', 1, '2025-12-31'], // New Year's Day; New Year's Eve is none
  ['2026-03', 5, '2026-04-01'], // 5 April 2026 is Easter Sunday, with Maundy Thursday and Good Friday before it
  ['2026-01', 28, '2026-02-27'], // 28 February 2026 is a Saturday
] as const)('what was earned in %s is paid on the %i., which is %s', (month, payDay, day) => {
  expect(payDateOf(month, payDay).toString()).toBe(day);
});

test('months end where they end', () => {
  expect(['2024-02', '2026-02', '2026-12'].map((month) => lastDayOf(month as '2024-02').toString())).toEqual([
    '2024-02-29',
    '2026-02-28',
    '2026-12-31',
  ]);
  expect(monthBefore('2026-01')).toBe('2025-12');
});
