import { type Ore, ore } from '@kvp/money';
import type { Month } from '@kvp/stipend';
import type { PaymentsState } from './balance.ts';
import type { DueLine } from './line.ts';
import type { Payable } from './payable.ts';
import { monthBefore } from './pay-date.ts';

/**
 * What someone should look at before a run is paid. `zeroMonth`: in programme, and nothing is due for the run's month. `muchMore`: more than
 * one and a half times what was due for the month before. `overpaid`: something was paid too much, and is set off or stays a claim.
 * `attendanceMissing`: days of the month that nobody has registered (decided point 2).
 */
export const ANOMALY_KINDS = ['zeroMonth', 'muchMore', 'overpaid', 'attendanceMissing'] as const;
export type AnomalyKind = (typeof ANOMALY_KINDS)[number];

export interface Anomaly {
  readonly kind: AnomalyKind;
  /** Øre: what is due, what is due, what was paid too much; of attendance the days that are missing. */
  readonly measure: number;
}

export interface Looked {
  readonly due: readonly DueLine[];
  readonly payable: Payable;
  readonly month: Month;
  /** Monday-to-Friday days of the run's month in programme without any registration. */
  readonly unregisteredDays: number;
}

/** All that is out of the ordinary in one case. */
export function anomaliesOf({ due, payable: { lines, claims }, month, unregisteredDays }: Looked): readonly Anomaly[] {
  const ofMonth = due.filter((line) => line.month === month);
  const now = sumOf(ofMonth);
  const before = sumOf(due.filter((line) => line.month === monthBefore(month)));
  const taken = lines.flatMap(({ setOffs }) => setOffs.map(({ amount }) => amount));
  const overpaid = [...taken, ...claims.map(({ amount }) => amount)].reduce((sum, each) => sum + each, 0);
  const found: Readonly<Record<AnomalyKind, number | undefined>> = {
    zeroMonth: ofMonth.length > 0 && now === 0 ? 0 : undefined,
    muchMore: before > 0 && 2 * now > 3 * before ? now : undefined,
    overpaid: overpaid > 0 ? overpaid : undefined,
    attendanceMissing: unregisteredDays > 0 ? unregisteredDays : undefined,
  };
  return ANOMALY_KINDS.flatMap((kind) => (found[kind] === undefined ? [] : { kind, measure: found[kind] }));
}

const sumOf = (lines: readonly DueLine[]): Ore => ore(lines.reduce((sum, { due }) => sum + due, 0));

/** What is sent for a case now, beside what was sent for the month before: the larger the difference, the earlier it is shown. */
export interface Change {
  readonly before: Ore;
  readonly now: Ore;
}

export function changeOf({ lines }: Payable, payments: PaymentsState, month: Month): Change {
  const earlier = payments.lines.filter(({ runMonth, status }) => runMonth === monthBefore(month) && status !== 'rejected');
  const gross = (of: readonly { readonly gross: Ore }[]): Ore => ore(of.reduce((sum, line) => sum + line.gross, 0));
  return { before: gross(earlier), now: gross(lines) };
}
