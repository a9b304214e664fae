import { describe, expect, test } from '@jest/globals';
import { date, electronicArrival, iso, monthsAfter, nextWorkingDay, paperArrival, partyDeadline, workingDaysAfter } from './index.ts';

describe('months (DL § 148)', () => {
  test.each([
    ['2025-01-06', 1, '2025-02-06'],
    ['2025-01-31', 1, '2025-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2025-08-31', 6, '2026-02-28'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2025-11-30', 3, '2026-02-28'],
  ])('%s and %i months is %s', (from, months, expected) => {
    expect(iso(monthsAfter(date(from), months))).toBe(expected);
  });
});

describe('the three weeks of a party (DL §§ 148 and 149)', () => {
  test.each([
    ['2026-06-01', '2026-06-22', 'Monday to Monday'],
    ['2026-04-24', '2026-05-15', 'a Friday after Ascension Day is a working day'],
    ['2026-04-23', '2026-05-15', 'Ascension Day itself moves to the Friday'],
    ['2026-06-06', '2026-06-29', 'a Saturday moves to the Monday'],
    ['2026-06-07', '2026-06-29', 'and a Sunday'],
    ['2026-03-12', '2026-04-07', 'Maundy Thursday moves past all of Easter'],
    ['2026-04-26', '2026-05-18', '17 May 2026 is a Sunday'],
    ['2026-12-04', '2026-12-28', 'Christmas Day on a Friday moves past the weekend'],
    ['2026-12-03', '2026-12-24', 'Christmas Eve is no holiday'],
    ['2026-12-10', '2026-12-31', 'nor is New Year’s Eve'],
  ])('from %s end on %s: %s', (from, expected) => {
    expect(iso(partyDeadline(date(from), 3))).toBe(expected);
  });
});

test('a working day is its own next working day', () => {
  expect(iso(nextWorkingDay(date('2026-05-15')))).toBe('2026-05-15');
  expect(iso(nextWorkingDay(date('2026-05-16')))).toBe('2026-05-18');
});

test('working days after a day leave out weekends and holidays, and the day itself', () => {
  expect(iso(workingDaysAfter(date('2026-06-01'), 0))).toBe('2026-06-01');
  expect(iso(workingDaysAfter(date('2026-06-03'), 3))).toBe('2026-06-08');
  // 1 April 2026 is the Wednesday before Easter: then 7, 8 and 9 April.
  expect(iso(workingDaysAfter(date('2026-04-01'), 3))).toBe('2026-04-09');
});

describe('when a notice has arrived (decided point 15)', () => {
  const alertedOn = date('2026-06-01');
  const arrival = (openedOn: string | null): string =>
    iso(electronicArrival({ alertedOn, openedOn: openedOn === null ? null : date(openedOn) }));

  test('on the day it was opened, as late as three weeks after the alert', () => {
    expect([arrival('2026-06-01'), arrival('2026-06-05'), arrival('2026-06-22')]).toEqual(['2026-06-01', '2026-06-05', '2026-06-22']);
  });

  test('else on the day of the alert', () => {
    expect([arrival('2026-06-23'), arrival(null)]).toEqual(['2026-06-01', '2026-06-01']);
  });

  test('a letter three working days after it was posted', () => {
    expect(iso(paperArrival(date('2026-05-12'), 3))).toBe('2026-05-18'); // 13 May, then over Ascension Day to 15 May, then Monday
  });
});
