import { expect, test } from '@jest/globals';
import { ore } from '@kvp/money';
import { payrollCsv, payrollLines } from './payroll-file.ts';
import { reconcile, reconcileByDay } from './reconciliation.ts';
import type { SettledLine } from './line.ts';

const line = (id: string, more: Partial<SettledLine> = {}): SettledLine & { readonly caseId: string } => ({
  ...{ id: id.repeat(32), caseId: `case-${id}`, month: '2026-06', payee: 'participant', due: ore(2_358_201), settledBefore: ore(0) },
  ...{ gross: ore(2_358_201), setOffs: [], noWithholding: true, runId: 'run', runMonth: '2026-06', payDate: '2026-07-20' },
  ...{ status: 'sent', net: null, paidOn: null, ...more },
});

test('the payroll file has a line for everything that is sent, whatever has come back since', () => {
  const lines = [
    line('a'),
    line('b', { month: '2026-05', noWithholding: false, gross: ore(105_322) }),
    line('c', { gross: ore(0), status: 'setOff' }),
  ];
  const file = payrollCsv(payrollLines(lines));
  expect(file.split('\r\n')).toEqual([
    'lineId,caseId,payee,earningMonth,grossOre,incomeCode,noWithholding',
    `${'a'.repeat(32)},case-a,participant,2026-06,2358201,kvalifiseringstoenad,true`,
    `${'b'.repeat(32)},case-b,participant,2026-05,105322,kvalifiseringstoenad,false`,
    '',
  ]);
  const later = [line('a', { status: 'confirmed', net: ore(2_000_000), paidOn: '2026-07-20' }), ...lines.slice(1)];
  expect(payrollCsv(payrollLines(later))).toBe(file);
});

test('what was sent is confirmed, rejected or open, in all and by the day', () => {
  const lines = [
    line('a', { status: 'confirmed', net: ore(2_000_000), paidOn: '2026-07-17' }),
    line('b', { status: 'rejected' }),
    line('c'),
    line('d', { gross: ore(0), status: 'setOff' }),
  ];
  expect(reconcile(lines)).toEqual({
    sent: { lines: 3, gross: 3 * 2_358_201, net: 2_000_000 },
    confirmed: { lines: 1, gross: 2_358_201, net: 2_000_000 },
    rejected: { lines: 1, gross: 2_358_201, net: 0 },
    open: { lines: 1, gross: 2_358_201, net: 0 },
  });
  expect(reconcileByDay(lines).map(({ day, sent, open }) => [day, sent.lines, open.lines])).toEqual([
    ['2026-07-17', 1, 0],
    ['2026-07-20', 2, 1],
  ]);
});
