import { type IsoDate } from '@kvp/calendar';
import { type Refusal, refuse } from '@kvp/lifecycle/define';
import type { Ore } from '@kvp/money';
import type { REJECTION_REASONS } from './case-payments.events.ts';
import type { SettledLine } from './line.ts';
import * as refusals from './refusals.ts';

/** What payroll tells of one line: that it is paid, with what is left after tax, or that it cannot be. */
export type PayrollAnswer =
  | { readonly lineId: string; readonly gross: Ore; readonly net: Ore; readonly paidOn: IsoDate }
  | { readonly lineId: string; readonly rejected: (typeof REJECTION_REASONS)[number]; readonly on: IsoDate };

/** Lines of the file that are about one and the same line of the run, by their numbers from 1. */
export function repeatsIn(answers: readonly PayrollAnswer[]): readonly Refusal[] {
  const first = new Map<string, number>();
  return answers.flatMap(({ lineId }, index) => {
    const before = first.get(lineId);
    if (before !== undefined) return refuse(refusals.lineTwice, [index + 1, before]);
    first.set(lineId, index + 1);
    return [];
  });
}

/**
 * Why an answer about a line cannot be taken; `number` is its place in the file, from 1. A confirmed line may be rejected: a bank sends
 * money back. A rejected one is due again, and may not be confirmed: it would be paid twice.
 */
export function faultsOfAnswer(answer: PayrollAnswer, line: SettledLine | undefined, number: number): readonly Refusal[] {
  if (line === undefined || line.status === 'setOff') return [refuse(refusals.lineUnknown, [number])];
  if (line.status === 'rejected') return [refuse(refusals.lineRejected, [number])];
  if ('rejected' in answer) return [];
  if (line.status === 'confirmed') return [refuse(refusals.lineConfirmed, [number])];
  if (answer.gross !== line.gross) return [refuse(refusals.otherAmount, [number, line.gross, answer.gross])];
  return answer.net > answer.gross ? [refuse(refusals.netAboveGross, [number])] : [];
}
