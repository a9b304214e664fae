import { record } from '@kvp/lifecycle/define';
import { type Ore, ore } from '@kvp/money';
import type { Static } from 'typebox';
import { amountOwed, count } from './fields.ts';
import type { Claim, PaymentLine } from './line.ts';
import type { Month } from '@kvp/stipend';

/** The sums of a run, in øre. */
export const totalsFields = record(
  {
    participants: count('Cases that something is settled in.'),
    lines: count('Lines, those without anything to send included.'),
    gross: amountOwed('Sent to payroll.'),
    backPayment: amountOwed('Of that: for earlier months than the run’s.'),
    setOff: amountOwed('Taken off for too much paid earlier.'),
    claims: amountOwed('Too much paid and not taken back yet.'),
  },
  'The sums of the run, in øre.',
);
export type Totals = Static<typeof totalsFields>;

export const NO_TOTALS: Totals = { participants: 0, lines: 0, gross: ore(0), backPayment: ore(0), setOff: ore(0), claims: ore(0) };

/** The sums with those of one more case. */
export function addTo(
  totals: Totals,
  { lines, claims }: { readonly lines: readonly PaymentLine[]; readonly claims: readonly Claim[] },
  month: Month,
): Totals {
  const earlier = lines.filter((line) => line.month < month);
  return {
    participants: totals.participants + (lines.length > 0 ? 1 : 0),
    lines: totals.lines + lines.length,
    gross: plus(totals.gross, ...lines.map(({ gross }) => gross)),
    backPayment: plus(totals.backPayment, ...earlier.map(({ gross }) => gross)),
    setOff: plus(totals.setOff, ...lines.flatMap(({ setOffs }) => setOffs.map(({ amount }) => amount))),
    claims: plus(totals.claims, ...claims.map(({ amount }) => amount)),
  };
}

const plus = (...amounts: readonly Ore[]): Ore => ore(amounts.reduce((sum, each) => sum + each, 0));
