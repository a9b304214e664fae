import { expect, test } from '@jest/globals';
import { date, daysOf, isFreeDay, isPublicHoliday, isWorkingDay, iso, namedFreeDays, period } from './index.ts';

test('KVPF § 16 names ten days; those of 2026 from the almanac', () => {
  expect(namedFreeDays(2026).map(iso)).toEqual([
    ...['2026-01-01', '2026-04-02', '2026-04-03', '2026-04-06', '2026-05-01'],
    ...['2026-05-14', '2026-05-17', '2026-05-25', '2026-12-25', '2026-12-26'],
  ]);
});

test('in 2008 Ascension Day was 1 May: one day, named twice', () => {
  expect(namedFreeDays(2008).map(iso)).toEqual([
    ...['2008-01-01', '2008-03-20', '2008-03-21', '2008-03-24', '2008-05-01'],
    ...['2008-05-01', '2008-05-12', '2008-05-17', '2008-12-25', '2008-12-26'],
  ]);
});

test('Easter Sunday and Whit Sunday are public holidays, and free as Sundays only', () => {
  const named = namedFreeDays(2026).map(iso);
  for (const sunday of ['2026-04-05', '2026-05-24']) {
    expect(isPublicHoliday(date(sunday))).toBe(true);
    expect(named).not.toContain(sunday);
    expect(isFreeDay(date(sunday))).toBe(true);
  }
});

test('Saturdays are free and no public holidays; Christmas Eve and New Year’s Eve are neither', () => {
  const view = (day: string) => [isFreeDay(date(day)), isPublicHoliday(date(day))];
  expect([view('2026-06-06'), view('2026-12-24'), view('2026-12-31')]).toEqual([
    [true, false],
    [false, false],
    [false, false],
  ]);
});

test('what is not free is a working day, in any year', () => {
  for (const day of daysOf(period('2007-11-01', '2030-12-31'))) expect(isFreeDay(day)).toBe(!isWorkingDay(day));
});
