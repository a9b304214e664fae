import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type Period, contains, countDays, date, daysOf, intersection, isBefore, iso, overlap, period, union } from './index.ts';

const text = ({ from, to }: Period): string => `${iso(from)}/${iso(to)}`;
const march = (from: number, to: number): Period => ({
  from: new Temporal.PlainDate(2026, 3, from),
  to: new Temporal.PlainDate(2026, 3, to),
});

describe('a period', () => {
  test('both ends are inside', () => {
    const week = period('2026-03-02', '2026-03-08');
    expect(['2026-03-01', '2026-03-02', '2026-03-08', '2026-03-09'].map((day) => contains(week, date(day)))).toEqual([
      false,
      true,
      true,
      false,
    ]);
    expect([...daysOf(week)]).toHaveLength(7);
  });

  test('it cannot end before it starts', () => {
    expect(() => period('2026-03-02', '2026-03-01')).toThrow('cannot end (2026-03-01) before it starts (2026-03-02)');
    expect(text(period('2026-03-02', '2026-03-02'))).toBe('2026-03-02/2026-03-02');
  });

  test('two that share a day overlap in what they share', () => {
    expect(intersection(march(1, 10), march(10, 20))).toEqual(march(10, 10));
    expect(intersection(march(1, 9), march(10, 20))).toBeUndefined();
  });

  test('in a union, overlapping and adjoining ones become one', () => {
    expect(union([march(10, 12), march(1, 3), march(4, 5), march(11, 20)]).map(text)).toEqual([
      '2026-03-01/2026-03-05',
      '2026-03-10/2026-03-20',
    ]);
    expect(union([])).toEqual([]);
  });
});

const periods = fc.array(
  fc.tuple(fc.integer({ min: 0, max: 400 }), fc.integer({ min: 0, max: 60 })).map(([start, length]): Period => {
    const from = date('2024-01-01').add({ days: start });
    return { from, to: from.add({ days: length }) };
  }),
  { maxLength: 8 },
);

test('counting the days of a union is counting the different days', () => {
  fc.assert(
    fc.property(periods, (all) => {
      expect(countDays(all)).toBe(new Set(all.flatMap((each) => [...daysOf(each)].map(iso))).size);
    }),
  );
});

test('a union is ascending and disjoint, and says the same as it was made of', () => {
  fc.assert(
    fc.property(periods, (all) => {
      const merged = union(all);
      merged.slice(1).forEach((next, index) => {
        expect(isBefore(merged[index]!.to.add({ days: 1 }), next.from)).toBe(true);
      });
      expect(all.every((each) => merged.some((whole) => overlap(each, whole) && text(intersection(each, whole)!) === text(each)))).toBe(
        true,
      );
    }),
  );
});
