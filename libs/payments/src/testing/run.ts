import { ore } from '@kvp/money';
import type { Month, Payee } from '@kvp/stipend';
import { type PaymentsState, initialPayments } from '../balance.ts';
import type { PaymentSettled } from '../case-payments.events.ts';
import { evolvePayments } from '../evolve.ts';
import type { DueLine } from '../line.ts';
import { type Payable, type RunScope, payable } from '../payable.ts';

export const CASE = '0d6f3a58-2f7c-5a43-8f5e-0a55a1f2f0aa';

/** What is due, in øre, by month; of the participant when nobody else is named. */
export const due = (amounts: Readonly<Record<string, number>>, payee: Payee = 'participant'): readonly DueLine[] =>
  Object.entries(amounts).map(([month, amount]) => ({
    month: month as Month,
    payee,
    due: ore(amount),
    noWithholding: month.endsWith('-06'),
  }));

/** The payments of a case, and the runs that make them. */
export class Payroll {
  state: PaymentsState = initialPayments;
  #runs = 0;

  /** Runs for a month; what it settles is settled. */
  run(through: Month, lines: readonly DueLine[], scope: Partial<RunScope> = {}): Payable {
    this.#runs += 1;
    const runId = `run-${this.#runs}`;
    const outcome = payable(CASE, lines, this.state, { runId, through, setOffShare: 100, ...scope });
    if (outcome.lines.length > 0) {
      const settled: PaymentSettled = {
        type: 'PaymentSettled',
        version: 1,
        data: {
          runId,
          runMonth: through,
          payDate: '2026-07-20',
          lines: outcome.lines.map((line) => ({ ...line, setOffs: [...line.setOffs] })),
        },
        personal: null,
      };
      this.state = evolvePayments(this.state, settled);
    }
    return outcome;
  }

  reject(lineId: string): void {
    const data = { lineId, reason: 'accountClosed', rejectedOn: '2026-07-21' };
    this.state = evolvePayments(this.state, { type: 'PaymentRejected', version: 1, data, personal: null });
  }
}

/** A run's lines in short: month, gross, and what is set off from which month. */
export const inShort = ({ lines }: Payable) =>
  lines.map(({ month, gross, setOffs }) => [month, gross, ...setOffs.map((each) => `${each.month}: ${each.amount}`)]);
