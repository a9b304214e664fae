import { expect, test } from '@jest/globals';
import { ore } from '@kvp/money';
import { initialPayments, type SettledLine } from '@kvp/payments';
import type { Month } from '../facts/case-facts.ts';
import { paymentLinesOf } from '../facts/payment-lines.ts';
import { sumsOver } from '../report/definition.ts';
import { cellOf, tableOf } from '../tables/table.ts';
import { aCase, municipality, scopeOf } from '../testing/facts.ts';
import { expenditure } from './expenditure.ts';

const scope = scopeOf('year', '2026', municipality('4204'));
const due = (month: string, amount: number) => ({ month: month as Month, amount: ore(amount) });
const line = (month: string, gross: number, payDate: string, more: Partial<SettledLine> = {}): SettledLine => ({
  ...{
    id: `${month} ${payDate}`,
    month: month as Month,
    payee: 'participant',
    due: ore(gross),
    settledBefore: ore(0),
    gross: ore(gross),
    setOffs: [],
  },
  ...{
    noWithholding: false,
    runId: 'run',
    runMonth: month as Month,
    payDate: payDate as SettledLine['payDate'],
    status: 'sent',
    net: null,
    paidOn: null,
  },
  ...more,
});

/*
 * earned    |..Nov..|..Dec..|..Jan..|..Feb..|
 * paid              Nov in Dec, Dec on 12 January, Jan on 10 February
 */
test('the month that it was earned, and the month that it was paid, are told apart', () => {
  const facts = aCase({
    municipality: '4204',
    due: [due('2025-12', 100), due('2026-01', 200), due('2026-02', 300), due('2026-03', 400)],
    payments: paymentLinesOf({ lines: [line('2025-12', 100, '2026-01-12'), line('2026-01', 200, '2026-02-10')] }),
  });
  const tables = expenditure.tables(sumsOver(expenditure, [facts], scope), scope, undefined);
  const row = (month: string) => ['earned', 'settled', 'paid'].map((column) => cellOf(tableOf(tables, 'months'), month, column));
  expect([row('2026-01'), row('2026-02'), row('2026-03'), row('total')]).toEqual([
    [200, 200, 100],
    [300, 0, 200],
    [400, 0, 0],
    [900, 200, 300],
  ]);
  expect(['earned', 'settled', 'paid'].map((column) => cellOf(tableOf(tables, 'places'), '4204', column))).toEqual([900, 200, 300]);
});

test('what comes after the report date is not in it', () => {
  const early = scopeOf('year', '2026', municipality('4204'), '2026-02-09');
  const facts = aCase({
    municipality: '4204',
    due: [due('2026-02', 300), due('2026-03', 400)],
    payments: paymentLinesOf({ lines: [line('2026-01', 200, '2026-02-10')] }),
  });
  const tables = expenditure.tables(sumsOver(expenditure, [facts], early), early, undefined);
  expect(tableOf(tables, 'months').rows.map(({ id }) => id)).toEqual(['2026-01', '2026-02']);
  expect(['earned', 'settled', 'paid'].map((column) => cellOf(tableOf(tables, 'months'), 'total', column))).toEqual([300, 200, 0]);
});

test('lines as they were settled: a rejected one is none, a set-off moves money between months and not between days', () => {
  const lines = paymentLinesOf({
    lines: [
      line('2026-01', 500, '2026-02-10', { status: 'rejected' }),
      line('2026-02', 700, '2026-03-10', { setOffs: [{ month: '2026-01', amount: ore(300) }] }),
      line('2026-03', 900, '2026-04-10', { status: 'confirmed', net: ore(600), paidOn: '2026-04-13' }),
    ],
  });
  expect(lines).toEqual([
    { month: '2026-02', paidOn: '2026-03-10', amount: 1_000 },
    { month: '2026-01', paidOn: '2026-03-10', amount: -300 },
    { month: '2026-03', paidOn: '2026-04-13', amount: 900 },
  ]);
  expect(paymentLinesOf(initialPayments)).toEqual([]);
});
