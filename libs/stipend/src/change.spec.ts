import { expect, test } from '@jest/globals';
import { date } from '@kvp/calendar';
import { scheduleChange } from './change.ts';
import { child, facts, pause } from './fixture.ts';

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

test('a job takes its share of each day, and a claim moves the supplement to another payee without changing the day', () => {
  const supported = { ...year, children: [child('2018-05-04')] };
  const job = { recordedIn: 5, from: date('2026-06-29'), to: date('2026-06-30'), endedIn: null, hoursPerWeek: 15, apprenticeship: false };
  // Two of 22 days lose 40 % of 1 071.90965: 23 582.0123 − 857.5277 = 22 724.4846
  expect(scheduleChange(year, { ...year, work: [job] })).toMatchObject({
    months: [{ month: '2026-06', payee: 'participant', before: '23582.01', after: '22724.48' }],
    days: [{ from: '2026-06-29', to: '2026-06-30', days: 2 }],
  });
  // 23 days of July: 23 × 38 = 874, beside 24 653.92195.
  const claimed = { ...supported, maintenance: [{ recordedIn: 6, from: date('2026-07-01'), agencyHasClaimed: true }] };
  const { months, days } = scheduleChange(supported, claimed);
  expect(months).toEqual([
    { month: '2026-07', payee: 'participant', before: '25527.92', after: '24653.92' },
    { month: '2026-07', payee: 'collectionAgency', before: '0.00', after: '874.00' },
  ]);
  expect(days).toMatchObject([{ from: '2026-07-01', to: '2026-07-31', days: 23, after: { state: 'IN_PROGRAMME', toAgency: '38' } }]);
  expect(days[0]?.before?.kroner).toBe(days[0]?.after?.kroner);
});

test('what changes no money and no day is no change', () => {
  expect(scheduleChange(year, year)).toEqual({ months: [], days: [] });
  expect(scheduleChange(null, null)).toEqual({ months: [], days: [] });
});
