import { type PlainDate, date, dayAfter, isWorkingDay, latest } from '@kvp/calendar';
import { type PaymentAccount, accountOn } from '@kvp/lifecycle';
import { type Refusal, refuse } from '@kvp/lifecycle/define';
import { ore } from '@kvp/money';
import { type LineOfRun, type RunState, paymentRefusals, sentLines } from '@kvp/payments';
import type { CaseToTransfer } from './cases-to-transfer.ts';

/** The pay day, or the next working day when that has passed: a bank pays nothing back in time. */
export function executionDateOf({ payDate }: RunState, today: PlainDate): PlainDate {
  let day = latest(date(payDate), today);
  while (!isWorkingDay(day)) day = dayAfter(day);
  return day;
}

/** A line that a run sent, what payroll has returned for it, and where that goes. */
export interface ToTransfer {
  readonly line: LineOfRun;
  /** Net øre; 0: nothing is paid of it. */
  readonly amount: LineOfRun['gross'];
  readonly toAgency: boolean;
  /** Undefined where none is needed, and where it is missing. */
  readonly account: PaymentAccount | undefined;
}

export function toTransfer(cases: readonly CaseToTransfer[], on: PlainDate): readonly ToTransfer[] {
  const accounts = new Map(cases.map((each) => [each.caseId, accountOn(each.accounts, on)]));
  return sentLines(cases.flatMap(({ lines }) => lines)).map((line) => {
    const amount = line.status === 'confirmed' ? (line.net ?? ore(0)) : ore(0);
    const toAgency = amount > 0 && line.payee === 'collectionAgency';
    return { line, amount, toAgency, account: amount === 0 || toAgency ? undefined : accounts.get(line.caseId) };
  });
}

/** All that is missing before a file can be made. */
export function faultsOfTransfers(told: readonly ToTransfer[], agencyAccount: string | undefined, on: PlainDate): readonly Refusal[] {
  const open = told.filter(({ line }) => line.status === 'sent').length;
  const paid = told.filter(({ amount }) => amount > 0);
  const without = paid.filter(({ toAgency, account }) => !toAgency && account === undefined).map(({ line }) => line.caseId.slice(0, 8));
  const toAgency = paid.filter((each) => each.toAgency).length;
  return [
    ...(open > 0 ? [refuse(paymentRefusals.netMissing, [open])] : []),
    ...(open === 0 && paid.length === 0 ? [refuse(paymentRefusals.nothingToTransfer, [])] : []),
    ...(without.length > 0 ? [refuse(paymentRefusals.accountMissing, [[...new Set(without)], on])] : []),
    ...(toAgency > 0 && agencyAccount === undefined ? [refuse(paymentRefusals.agencyAccountMissing, [toAgency])] : []),
  ];
}
