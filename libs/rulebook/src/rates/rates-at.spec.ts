import { describe, expect, test } from '@jest/globals';
import { date, isBefore } from '@kvp/calendar';
import { printFraction } from '@kvp/money';
import fc from 'fast-check';
import { type RateKind, RATE_KINDS } from './rate.ts';
import { rateChanges, ratesAt } from './rates-at.ts';
import { RATES_RELEASE, SHIPPED_RATES } from './release.ts';

const values = (day: string, knownAt?: string): Record<string, string> => {
  const rates = ratesAt(date(day), knownAt === undefined ? undefined : date(knownAt));
  return Object.fromEntries(RATE_KINDS.map((kind) => [kind, printFraction(rates[kind].value)]));
};

describe('the rates of a day', () => {
  test('on the first day of the scheme, 1 November 2007', () => {
    expect(values('2007-11-01')).toEqual({ G: '66812', factor: '2', under25Fraction: '2/3', daysPerYear: '260', childRate: '27' });
  });

  test('today', () => {
    expect(values('2026-06-01')).toEqual({ G: '136549', factor: '2041/1000', under25Fraction: '2/3', daysPerYear: '260', childRate: '38' });
  });

  test.each([
    ['G', '2026-04-30', '130160', '2026-05-01', '136549'],
    ['factor', '2024-06-30', '2', '2024-07-01', '2041/1000'],
    ['childRate', '2023-01-31', '27', '2023-02-01', '35'],
    ['childRate', '2023-12-31', '35', '2024-01-01', '36'],
    ['childRate', '2024-12-31', '36', '2025-01-01', '37'],
    ['childRate', '2025-12-31', '37', '2026-01-01', '38'],
  ])('%s on %s is %s, and from %s %s', (kind, before, old, from, now) => {
    expect(values(before)[kind]).toBe(old);
    expect(values(from)[kind]).toBe(now);
  });

  test('there are none before the scheme began', () => {
    expect(() => ratesAt(date('2007-10-31'))).toThrow('the scheme had not begun');
    expect(() => ratesAt(date('2008-01-01'), date('2007-10-31'))).toThrow(RangeError);
  });
});

describe('what was known', () => {
  // effective   |── 2019: 99 858 ──|── 2020: 101 351 ──
  //                                1 May 2020
  // known       ─────────────────────────────|── both ──
  //                                          21 Sep 2020
  test('the G of 1 May 2020 was not known until 21 September', () => {
    expect(values('2020-06-15', '2020-09-20')['G']).toBe('99858');
    expect(values('2020-06-15', '2020-09-21')['G']).toBe('101351');
    expect(values('2020-04-30', '2020-09-21')['G']).toBe('99858');
  });

  test('a factor may be known before it counts', () => {
    expect(values('2024-07-01', '2023-12-19')['factor']).toBe('2');
    expect(values('2024-07-01', '2023-12-20')['factor']).toBe('2041/1000');
  });

  test('two things known on different days are told apart within one day', () => {
    // Seen from March 2023: child rate 35 is known (December 2022), the G of May 2023 is not.
    expect(values('2023-06-01', '2023-03-01')).toMatchObject({ G: '111477', childRate: '35' });
  });
});

describe('the shipped rows', () => {
  const rows = RATE_KINDS.flatMap((kind) => SHIPPED_RATES[kind]);

  test.each(RATE_KINDS)('of %s ascend, each from a day of its own', (kind) => {
    const days = SHIPPED_RATES[kind].map(({ effectiveFrom }) => effectiveFrom.toString());
    expect(days).toEqual([...new Set(days)].sort());
  });

  test('say where they are written, and how well that is known', () => {
    for (const row of rows) {
      expect(row.provision).not.toBe('');
      expect(row.source).not.toBe('');
      expect(['sure', 'likely']).toContain(row.grade);
    }
  });

  test('not researched: the effective date stands in for the day of knowing. Decided point 11', () => {
    for (const row of rows.filter((r) => !r.knownFromResearched)) expect(row.knownFrom).toEqual(row.effectiveFrom);
  });

  test.each(RATE_KINDS)('of %s cover every day of the scheme, each by one row: no gap and no overlap', (kind) => {
    const rowsOfKind = SHIPPED_RATES[kind];
    const begins = rowsOfKind.map(({ effectiveFrom }) => String(effectiveFrom));
    // A row counts until the day before the next one: the day has the last row that does not begin after it, and no other.
    const wrong: string[] = [];
    for (let day = date('2007-11-01'), at = 0; isBefore(day, date('2028-01-01')); day = day.add({ days: 1 })) {
      while (at + 1 < begins.length && begins[at + 1]! <= String(day)) at += 1;
      if (begins[at]! > String(day) || ratesAt(day)[kind] !== rowsOfKind[at]) wrong.push(String(day));
    }
    expect(wrong).toEqual([]);
  });

  test('whenever it is asked, give a row that was known then, and the last one of those', () => {
    const anyDay = fc.nat({ max: 7_300 }).map((days) => date('2007-11-01').add({ days }));
    fc.assert(
      fc.property(anyDay, anyDay, (day, knownAt) => {
        const found = ratesAt(day, knownAt);
        const lastKnown = (kind: RateKind) =>
          SHIPPED_RATES[kind].findLast((row) => !isBefore(knownAt, row.knownFrom) && !isBefore(day, row.effectiveFrom));
        expect(RATE_KINDS.filter((kind) => found[kind] !== lastKnown(kind))).toEqual([]);
      }),
      { numRuns: 1_000 },
    );
  });

  test('are none younger than the release that carries them', () => {
    for (const row of rows) expect(isBefore(date(RATES_RELEASE), row.knownFrom)).toBe(false);
  });

  test('stand still between the days of change', () => {
    expect(rateChanges().map(String)).toContain('2024-07-01');
    expect(rateChanges(date('2020-09-20')).map(String)).not.toContain('2020-05-01');
    expect(rateChanges()).toHaveLength(rows.length);
  });
});
