import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { date, daysInclusive, isAfter, isBefore, isIsoDate, isSame, iso, lastDayOfYears, norwegianDate, reachesAge } from './index.ts';

describe('a date as text', () => {
  test.each(['2026-05-01', '2024-02-29', '2000-02-29', '1958-12-31'])('%s is one', (text) => {
    expect(isIsoDate(text)).toBe(true);
    expect(iso(date(text))).toBe(text);
  });

  test.each([
    ...['2026-02-30', '2025-02-29', '1900-02-29', '2026-04-31', '2026-13-01', '2026-00-10', '2026-01-00'],
    ...['2026-5-1', '2026-05-01T00:00', '2026-05-01Z', ' 2026-05-01', '2026-05-01\n', '', '+002026-05-01', '٢٠٢٦-٠٥-٠١'],
  ])('%j is none', (text) => {
    expect(isIsoDate(text)).toBe(false);
  });

  test('every day that Temporal knows from 1896 to 2104 is one, and the day after the last of each month is none', () => {
    const last = Temporal.PlainDate.from('2104-12-31');
    for (let day = Temporal.PlainDate.from('1896-01-01'); Temporal.PlainDate.compare(day, last) <= 0; day = day.add({ days: 1 })) {
      if (!isIsoDate(day.toString())) throw new Error(`${day.toString()} is a day.`);
      const next = `${day.toString().slice(0, 8)}${String(day.day + 1).padStart(2, '0')}`;
      if (isIsoDate(next) !== day.day < day.daysInMonth) throw new Error(`${next} is told wrongly.`);
    }
  });

  test('a day that was read before is the same day', () => {
    expect(iso(date('2026-05-01'))).toBe('2026-05-01');
    expect(iso(date('2026-05-01').add({ days: 1 }))).toBe('2026-05-02');
    expect(iso(date('2026-05-01'))).toBe('2026-05-01');
    expect(() => date('2026-02-30')).toThrow();
  });

  test.each([undefined, null, 20260501, { year: 2026 }])('%j is none', (value) => {
    expect(isIsoDate(value)).toBe(false);
  });

  test('days are ordered as Temporal orders them', () => {
    const anyDay = fc.integer({ min: 0, max: 800 }).map((days) => Temporal.PlainDate.from('2023-11-20').add({ days }));
    fc.assert(
      fc.property(anyDay, anyDay, (a, b) => {
        const order = Temporal.PlainDate.compare(a, b);
        expect([isBefore(a, b), isSame(a, b), isAfter(a, b)]).toEqual([order < 0, order === 0, order > 0]);
      }),
    );
    const [day, again] = [date('2026-05-01'), date('2026-04-30').add({ days: 1 })];
    expect([isBefore(day, again), isSame(day, again), isAfter(day, again)]).toEqual([false, true, false]);
  });

  test('Norwegians write the day first and the month in letters', () => {
    expect([norwegianDate('2026-01-05'), norwegianDate(date('2008-12-31'))]).toEqual(['5. januar 2026', '31. desember 2008']);
  });
});

describe('years', () => {
  test('whole years keep the day number and end the day before (§ 11.3)', () => {
    expect(iso(lastDayOfYears(date('2025-02-03'), 1))).toBe('2026-02-02');
    expect(iso(lastDayOfYears(date('2024-02-29'), 2))).toBe('2026-02-27');
    expect(iso(lastDayOfYears(date('2024-02-29'), 4))).toBe('2028-02-28');
  });

  test('someone born on 29 February turns 25 on 28 February in a common year (§ 11.26)', () => {
    expect(iso(reachesAge(date('2000-02-29'), 25))).toBe('2025-02-28');
    expect(iso(reachesAge(date('2000-02-29'), 24))).toBe('2024-02-29');
  });

  test('days are counted with both ends, and none backwards', () => {
    expect(daysInclusive(date('2024-02-28'), date('2024-03-01'))).toBe(3);
    expect(daysInclusive(date('2024-03-01'), date('2024-02-28'))).toBe(0);
  });
});
