import { describe, expect, test } from '@jest/globals';
import { date } from '@kvp/calendar';
import { DEADLINE_KINDS } from '@kvp/lifecycle';
import { DEFAULT_LEAD_TIMES, type Standing, standingAt } from './standing.ts';
import { TITLES } from './titles.ts';

const evaluation = { kind: 'evaluation', due: date('2026-06-15'), settledOn: null } as const;
const on = (day: string, settledOn: string | null = null, leadTimes = {}): Standing =>
  standingAt({ ...evaluation, settledOn: settledOn === null ? null : date(settledOn) }, date(day), leadTimes);

describe('how a deadline stands on a day', () => {
  test('near from its lead time on, due on its day, overdue from the day after', () => {
    expect(DEFAULT_LEAD_TIMES.evaluation).toBe(14);
    expect(['2026-05-31', '2026-06-01', '2026-06-14', '2026-06-15', '2026-06-16'].map((day) => on(day))).toEqual([
      ...['ahead', 'near', 'near', 'due', 'overdue'],
    ]);
  });

  test('the lead time of the municipality counts before the default', () => {
    expect([on('2026-06-07', null, { evaluation: 7 }), on('2026-06-08', null, { evaluation: 7 })]).toEqual(['ahead', 'near']);
    expect(on('2026-06-14', null, { evaluation: 0 })).toBe('ahead');
    expect(on('2026-06-01', null, { start: 1 })).toBe('near');
  });

  test('settled from the day it was settled, and open before: the past is shown as it was', () => {
    expect([on('2026-06-15', '2026-06-16'), on('2026-06-16', '2026-06-16'), on('2026-07-01', '2026-06-16')]).toEqual([
      ...['due', 'settled', 'settled'],
    ]);
  });
});

test('every kind has a title, and a lead time of whole days', () => {
  for (const kind of DEADLINE_KINDS) {
    expect(TITLES[kind]).toMatch(/^[A-ZÆØÅ][^.]+$/);
    expect(Number.isInteger(DEFAULT_LEAD_TIMES[kind]) && DEFAULT_LEAD_TIMES[kind] >= 0).toBe(true);
  }
});
