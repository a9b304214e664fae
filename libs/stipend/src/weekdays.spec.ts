import { expect, test } from '@jest/globals';
import { date, daysOf, isWeekday, period } from '@kvp/calendar';
import fc from 'fast-check';
import { countWeekdays, trimToWeekdays } from './weekdays.ts';

test('a period is cut to its first and last Monday-to-Friday day', () => {
  // August 2026 begins on a Saturday and ends on a Monday; 1 and 2 August are a weekend.
  expect(trimToWeekdays(period('2026-08-01', '2026-08-30'))).toEqual(period('2026-08-03', '2026-08-28'));
  expect(trimToWeekdays(period('2026-08-05', '2026-08-05'))).toEqual(period('2026-08-05', '2026-08-05'));
  expect(trimToWeekdays(period('2026-08-01', '2026-08-02'))).toBeUndefined();
  expect(trimToWeekdays(period('2026-08-02', '2026-08-02'))).toBeUndefined();
});

test.each([
  ['2026-06-01', '2026-06-30', 22],
  ['2026-08-03', '2026-08-31', 21],
  ['2026-01-01', '2026-12-31', 261],
  ['2028-01-03', '2028-12-29', 260],
])('%s to %s has %s', (from, to, days) => {
  expect(countWeekdays(period(from, to))).toBe(days);
});

test('counting is as going through the calendar', () => {
  fc.assert(
    fc.property(fc.nat(3000), fc.nat(400), (start, length) => {
      const from = date('2020-01-01').add({ days: start });
      const days = { from, to: from.add({ days: length }) };
      const listed = [...daysOf(days)].filter(isWeekday);
      const trimmed = trimToWeekdays(days);
      expect(trimmed === undefined ? 0 : countWeekdays(trimmed)).toBe(listed.length);
    }),
  );
});
