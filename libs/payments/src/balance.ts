import { type Ore, ore } from '@kvp/money';
import type { Month } from '@kvp/stipend';
import { type LineKey, type SettledLine, keyOf } from './line.ts';

/** A `payments-` stream, folded: every line that a run has settled, in order. */
export interface PaymentsState {
  readonly lines: readonly SettledLine[];
}

export const initialPayments: PaymentsState = { lines: [] };

/** What is settled for an earning month and payee. */
export interface Settled extends LineKey {
  readonly settled: Ore;
}

/**
 * What is settled, by earning month and payee: sent and not rejected (decided point 40). What was set off of a line settles the month that
 * it was earned in, and takes as much from the month that was paid too much for; so the sum over all months is what was sent.
 */
export function settledBy({ lines }: PaymentsState): ReadonlyMap<string, Settled> {
  const settled = new Map<string, Settled>();
  const add = (month: Month, { payee }: LineKey, amount: number): void => {
    const key = keyOf({ month, payee });
    settled.set(key, { month, payee, settled: ore((settled.get(key)?.settled ?? 0) + amount) });
  };
  for (const line of lines) {
    if (line.status === 'rejected') continue;
    add(line.month, line, line.gross);
    for (const { month, amount } of line.setOffs) {
      add(line.month, line, amount);
      add(month, line, 0 - amount);
    }
  }
  return settled;
}
