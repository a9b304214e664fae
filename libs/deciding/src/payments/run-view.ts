import type { Refusal } from '@kvp/lifecycle';
import type { IsoDate } from '@kvp/calendar';
import type { Ore } from '@kvp/money';
import { type MadeFile, type RunState, transferTotals } from '@kvp/payments';
import type { RunReport } from './run-cases.ts';
import { type RunFile, type RunName, runReference } from './run-files.ts';

/** A run as its readers see it. */
export interface RunView extends Omit<RunState, 'digests' | 'onlyCase' | 'answers' | 'paymentFile'> {
  /** `2026-06-1`, within the municipality. */
  readonly reference: string;
  readonly number: number;
  /** Answers of payroll that are registered. */
  readonly answers: number;
  readonly oneCase: boolean;
  /** The payment file that was made of it; null: none was. */
  readonly paymentFile: PaymentFileView | null;
}

export interface PaymentFileView {
  readonly madeAt: string;
  readonly executionDate: IsoDate;
  readonly transfers: number;
  readonly net: Ore;
  readonly sha256: string;
}

const fileView = ({ file, madeAt, executionDate, amounts }: MadeFile): PaymentFileView => ({
  ...{ madeAt, executionDate, sha256: file },
  ...transferTotals(amounts),
});

export function viewOf({ month, number }: RunName, { state }: RunFile): RunView {
  const { digests: _, onlyCase, answers, paymentFile: file, ...run } = state;
  const paymentFile = file === null ? null : fileView(file);
  return { ...run, reference: runReference({ month, number }), number, answers: answers.length, oneCase: onlyCase !== null, paymentFile };
}

/** What became of a request about a run. */
export type RunOutcome =
  /** A dry run: nothing is written. */
  | { readonly kind: 'would-run'; readonly payDate: string; readonly report: RunReport }
  /** `report` is null where nothing was looked at again. */
  | {
      readonly kind: 'run';
      readonly run: RunView;
      readonly events: readonly string[];
      readonly report: RunReport | null;
      readonly repeated: boolean;
    }
  | { readonly kind: 'refused'; readonly refusals: readonly Refusal[] }
  | { readonly kind: 'not-found' }
  /** The command id opened another run, or the same one for something else. */
  | { readonly kind: 'key-reused' }
  /** Others kept opening runs of the month; several tries were made. */
  | { readonly kind: 'contended' };
