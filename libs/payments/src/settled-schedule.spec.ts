import { expect, test } from '@jest/globals';
import { date, period } from '@kvp/calendar';
import { type StipendFacts, schedule, scheduleMonthData } from '@kvp/stipend';
import type { PaymentsState } from './balance.ts';
import type { DueLine } from './line.ts';
import { settledSchedule } from './settled-schedule.ts';
import { Payroll } from './testing/run.ts';

/** Thirty-five years old, in programme from 1 April to 30 June 2026; one day in April is unauthorised absence. */
const FACTS: StipendFacts = {
  birthDate: date('1990-04-02'),
  paidPeriods: [{ ...period('2026-04-01', '2026-06-30'), decidedIn: 1 }],
  pauses: [],
  children: [],
  absences: [],
  deductions: [{ recordedIn: 4, on: date('2026-04-08'), hours: 7.5 }],
  absenceClause: true,
  work: [],
  benefits: [],
  maintenance: [],
};
const lines = schedule(FACTS);
const DUE: readonly DueLine[] = lines.map(({ month, payee, amount, noWithholding }) => ({ month, payee, due: amount, noWithholding }));

const shown = (payments: PaymentsState, on: string, months = lines.map(scheduleMonthData)) =>
  settledSchedule(months, payments, { on: date(on), payDayOf: () => 20 }).map(
    ({ month, planned, amount, settled, difference, payDate, standing }) => [
      month,
      planned,
      amount,
      settled,
      difference,
      payDate,
      standing,
    ],
  );

test('a month is planned, due, settled and paid; one that has not ended is a forecast', () => {
  const payroll = new Payroll();
  payroll.run('2026-04', DUE);
  // 22 weekdays in April at 1 021.7560: 22 478.63, one day less is due; May and June at 1 071.9097 (§§ 5.9, 5.11).
  expect(shown(payroll.state, '2026-06-01')).toEqual([
    ['2026-04', '22478.63', '21456.88', '21456.88', '0.00', '2026-05-20', 'settled'],
    ['2026-05', '22510.10', '22510.10', '0.00', '22510.10', '2026-06-19', 'due'],
    ['2026-06', '23582.01', '23582.01', '0.00', '23582.01', '2026-07-20', 'forecast'],
  ]);
});

test('too much and too little paid show, also for a month that is no longer in the schedule', () => {
  const payroll = new Payroll();
  payroll.run(
    '2026-05',
    DUE.map((line) => ({ ...line, due: line.month === '2026-04' ? (1_000_000 as typeof line.due) : line.due })),
  );
  expect(
    shown(payroll.state, '2026-07-01').map(([month, , , settled, difference, , standing]) => [month, settled, difference, standing]),
  ).toEqual([
    ['2026-04', '10000.00', '11456.88', 'short'],
    ['2026-05', '22510.10', '0.00', 'settled'],
    ['2026-06', '0.00', '23582.01', 'due'],
  ]);
  expect(
    shown(payroll.state, '2026-07-01', []).map(([month, , amount, , difference, , standing]) => [month, amount, difference, standing]),
  ).toEqual([
    ['2026-04', '0.00', '-10000.00', 'overpaid'],
    ['2026-05', '0.00', '-22510.10', 'overpaid'],
  ]);
});
