import type { IsoDate } from '@kvp/calendar';
import { type Ore, ore } from '@kvp/money';
import type { SettledLine } from './line.ts';

/** Lines and øre. */
export interface Counted {
  readonly lines: number;
  readonly gross: Ore;
  /** Of what is confirmed; 0 elsewhere. */
  readonly net: Ore;
}

/** What was sent, what payroll has answered, and what is open. */
export interface Reconciliation {
  readonly sent: Counted;
  readonly confirmed: Counted;
  readonly rejected: Counted;
  readonly open: Counted;
}

/** The same by the day that was paid on, or, of what is open, is to be paid on. */
export interface DayReconciled extends Reconciliation {
  readonly day: IsoDate;
}

/** Sent = confirmed + rejected + open, in lines and in øre. */
export function reconcile(lines: readonly SettledLine[]): Reconciliation {
  const sent = lines.filter(({ status }) => status !== 'setOff');
  const of = (status: SettledLine['status']): Counted => counted(sent.filter((line) => line.status === status));
  return { sent: counted(sent), confirmed: of('confirmed'), rejected: of('rejected'), open: of('sent') };
}

export const reconcileByDay = (lines: readonly SettledLine[]): readonly DayReconciled[] =>
  [...Map.groupBy(lines, ({ paidOn, payDate }) => paidOn ?? payDate)]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([day, ofDay]) => ({ day, ...reconcile(ofDay) }))
    .filter(({ sent }) => sent.lines > 0);

const counted = (lines: readonly SettledLine[]): Counted => ({
  lines: lines.length,
  gross: ore(lines.reduce((sum, { gross }) => sum + gross, 0)),
  net: ore(lines.reduce((sum, { net }) => sum + (net ?? 0), 0)),
});
