import { expect, test } from '@jest/globals';
import { scheduleChange } from './change.ts';
import { facts, pause } from './fixture.ts';

const year = facts('2026-06-01', '2026-07-31');

test('a week of interruption takes five days out of the month, shown as one run', () => {
  const change = scheduleChange(year, { ...year, pauses: [pause('INTERRUPTION', '2026-06-15', '2026-06-21')] });
  // 22 days pay 23 582.01 (rulebook § 5.11); 17 × 278 696.509 / 260 = 18 222.464; 278696509/260000 in lowest terms is 21438193/20000
  expect(change.months).toEqual([{ month: '2026-06', payee: 'participant', before: '23582.01', after: '18222.46' }]);
  expect(change.days).toEqual([
    {
      from: '2026-06-15',
      to: '2026-06-19',
      days: 5,
      before: { state: 'IN_PROGRAMME', kroner: '21438193/20000' },
      after: { state: 'INTERRUPTION', kroner: '0' },
    },
  ]);
});

test('a run goes over the weekend, and the first schedule of a case is all new', () => {
  const change = scheduleChange(null, facts('2026-06-04', '2026-06-09'));
  expect(change.days).toMatchObject([{ from: '2026-06-04', to: '2026-06-09', days: 4, before: null }]);
  // 4 × 278 696.509 / 260 = 4 287.638
  expect(change.months).toEqual([{ month: '2026-06', payee: 'participant', before: '0.00', after: '4287.64' }]);
});

test('what changes no money and no day is no change', () => {
  expect(scheduleChange(year, year)).toEqual({ months: [], days: [] });
  expect(scheduleChange(null, null)).toEqual({ months: [], days: [] });
});
