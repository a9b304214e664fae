import { expect, test } from '@jest/globals';
import { child, facts, monthOfSchedule } from './fixture.ts';
import { scheduleMonthData } from './schedule-data.ts';

test('a line as data survives JSON, and keeps every factor exact', () => {
  const line = scheduleMonthData(monthOfSchedule(facts('2026-06-01', '2026-06-30', { children: [child('2020-01-01')] }), '2026-06'));

  expect(JSON.parse(JSON.stringify(line))).toEqual(line);
  expect(line).toEqual({
    month: '2026-06',
    payee: 'participant',
    stipendDays: 22,
    // 23 582.01 + 22 × 38
    amount: '24418.01',
    stipend: '23582.01',
    childSupplement: '836.00',
    // 22 × 1 071.90965 + 22 × 38 = 24 418.0123
    exact: '244180123/10000',
    noWithholding: true,
    model: { name: 'A', version: 1 },
    ratesRevision: '2026-07-02',
    segments: [
      {
        from: '2026-06-01',
        to: '2026-06-30',
        days: 22,
        state: 'IN_PROGRAMME',
        decidedIn: 1,
        model: 'A',
        because: null,
        pay: {
          // 2.041 / 260 = 157 / 20 000 (both hold 13), and 157 × 136 549 = 21 438 193: 1 071.90965
          daily: '21438193/20000',
          G: { kind: 'G', value: '136549', provision: 'FTL § 1-4', effectiveFrom: '2026-05-01', grade: 'sure' },
          factor: { kind: 'factor', value: '2041/1000', provision: 'STL § 35', effectiveFrom: '2024-07-01', grade: 'sure' },
          ageFraction: null,
          daysPerYear: { kind: 'daysPerYear', value: '260', provision: 'STL § 35', effectiveFrom: '2010-01-01', grade: 'sure' },
          supplement: '38',
          children: 1,
          childrenIn: [2],
          childRate: { kind: 'childRate', value: '38', provision: 'KVPF § 3; AAPF § 8', effectiveFrom: '2026-01-01', grade: 'sure' },
          claimedIn: null,
          reductions: [],
          paid: { stipend: '21438193/20000', supplement: '38' },
        },
      },
    ],
  });
});
