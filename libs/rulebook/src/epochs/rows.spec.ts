import { describe, expect, test } from '@jest/globals';
import { date } from '@kvp/calendar';
import { type Rows, inForce, row } from './rows.ts';

const law: Rows<string> = [
  row('2019-01-01', 'new', '§ 2', 'act', 'sure', '2018-12-20'),
  row('2007-11-01', 'old', '§ 1', 'act', 'sure'),
  row('2020-03-16', 'late', '§ 3', 'regulation', 'sure', '2020-03-27'),
  row('2019-01-01', 'corrected', '§ 2', 'act', 'sure', '2019-02-01'),
];
const on = (day: string, knownAt: string): string => inForce(law, date(day), date(knownAt)).value;

describe('the row in force', () => {
  test('is the latest that has taken effect, its own day inside, in whatever order the rows stand', () => {
    expect([on('2018-12-31', '2026-01-01'), on('2020-03-15', '2026-01-01'), on('2020-03-16', '2026-01-01')]).toEqual([
      ...['old', 'corrected', 'late'],
    ]);
  });

  test('counts only when it could be known', () => {
    // The Covid-19 rule was adopted on 27 March with effect from 16 March.
    expect([on('2020-03-20', '2020-03-26'), on('2020-03-20', '2020-03-27')]).toEqual(['corrected', 'late']);
  });

  test('of two for the same day is the one known last', () => {
    expect([on('2019-06-01', '2019-01-31'), on('2019-06-01', '2019-02-01')]).toEqual(['new', 'corrected']);
  });

  test('before the scheme is its first row, wherever that stands', () => {
    expect([on('1990-01-01', '1990-01-01'), on('2005-01-01', '2026-01-01')]).toEqual(['old', 'old']);
  });
});
