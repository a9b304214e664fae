import type { IsoDate } from '@kvp/calendar';
import type { Ore } from '@kvp/money';
import type { Month, Payee } from '@kvp/stipend';

/** Whose money and for when: everything that is due, settled or paid is about one of these. Decided point 10. */
export interface LineKey {
  /** The earning month. */
  readonly month: Month;
  readonly payee: Payee;
}

/** What is due for an earning month to a payee, as the schedule says it. */
export interface DueLine extends LineKey {
  readonly due: Ore;
  /** Nothing is withheld from the stipend earned in June. Decided point 31. */
  readonly noWithholding: boolean;
}

/** What is taken off a payment for too much paid earlier, for `month`. STL § 40; decided point 31. */
export interface SetOff {
  readonly month: Month;
  /** Øre, above 0. */
  readonly amount: Ore;
}

/** What one run settles for an earning month and payee. */
export interface PaymentLine extends LineKey {
  /** 32 hexadecimal digits, made of run, case, month and payee: the same at every try. */
  readonly id: string;
  readonly due: Ore;
  readonly settledBefore: Ore;
  /** Sent to payroll: `due − settledBefore − set-offs`, in øre. Never negative; 0 when set-offs take all of it, and then nothing is sent. */
  readonly gross: Ore;
  readonly setOffs: readonly SetOff[];
  readonly noWithholding: boolean;
}

/** Too much paid and not yet taken back: it stays visible until it is set off, or a decision claims it. STL § 40. */
export interface Claim extends LineKey {
  /** Øre, above 0. */
  readonly amount: Ore;
}

/**
 * What has become of a line. `setOff`: set-offs took all of it, and nothing was sent. `confirmed`: payroll has told what was paid out. A
 * rejected line counts as if it had never been. Decided point 40.
 */
export const LINE_STATUSES = ['sent', 'confirmed', 'rejected', 'setOff'] as const;
export type LineStatus = (typeof LINE_STATUSES)[number];

/** A line of a run, and what has come back about it. */
export interface SettledLine extends PaymentLine {
  readonly runId: string;
  /** The month that the run was for. */
  readonly runMonth: Month;
  readonly payDate: IsoDate;
  readonly status: LineStatus;
  /** Øre after tax, as payroll told it. */
  readonly net: Ore | null;
  /** The day that payroll paid, or will pay. */
  readonly paidOn: IsoDate | null;
}

export const keyOf = ({ month, payee }: LineKey): string => `${month} ${payee}`;

/** By month; of one month the participant first. */
export const byKey = (a: LineKey, b: LineKey): number =>
  a.month < b.month ? -1 : a.month > b.month ? 1 : a.payee === b.payee ? 0 : a.payee === 'participant' ? -1 : 1;
