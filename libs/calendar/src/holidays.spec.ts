import { describe, expect, test } from '@jest/globals';
import { date, easterSunday, isPublicHoliday, isWorkingDay, iso } from './index.ts';

describe('Norwegian public holidays', () => {
  // From the almanac: the earliest and the latest Easter of the scheme's life, and a leap year.
  test.each([
    [2008, '2008-03-23'],
    [2011, '2011-04-24'],
    [2024, '2024-03-31'],
    [2026, '2026-04-05'],
    [2038, '2038-04-25'],
  ])('Easter Sunday of %i is %s', (year, expected) => {
    expect(iso(easterSunday(year))).toBe(expected);
  });

  test('the twelve holidays of 2026 are free, and no other day between New Year and Christmas', () => {
    const free = [
      ...['2026-01-01', '2026-04-02', '2026-04-03', '2026-04-05', '2026-04-06', '2026-05-01'],
      ...['2026-05-14', '2026-05-17', '2026-05-24', '2026-05-25', '2026-12-25', '2026-12-26'],
    ];
    const days = Array.from({ length: 365 }, (_, n) => date('2026-01-01').add({ days: n }));
    expect(days.filter(isPublicHoliday).map(iso)).toEqual(free);
  });

  test('Christmas Eve and New Year’s Eve are working days when they fall on a weekday', () => {
    expect([isWorkingDay(date('2026-12-24')), isWorkingDay(date('2026-12-31'))]).toEqual([true, true]);
  });

  test('a Saturday is no working day', () => {
    expect(isWorkingDay(date('2026-06-06'))).toBe(false);
  });
});
