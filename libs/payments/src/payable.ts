import { type Ore, ore } from '@kvp/money';
import { type Month, PAYEES, type Payee } from '@kvp/stipend';
import { type PaymentsState, settledBy } from './balance.ts';
import { type Claim, type DueLine, type LineKey, type PaymentLine, type SetOff, byKey, keyOf } from './line.ts';
import { lineId } from './line-id.ts';

/** What a run settles in one case, and what stays claimed after it. */
export interface Payable {
  readonly lines: readonly PaymentLine[];
  readonly claims: readonly Claim[];
}

/** What a run pays, and how. */
export interface RunScope {
  readonly runId: string;
  /** The last earning month that it pays for. */
  readonly through: Month;
  /** The most of a line that set-offs take, in whole per cent. Decided point 31. */
  readonly setOffShare: number;
  /** Pay only for months that something was settled for before: what a new rate adds to them, and not the month that waits for its own run. */
  readonly settledMonthsOnly?: boolean;
}

/** What is due beside what is settled. */
interface Difference extends LineKey {
  readonly due: Ore;
  readonly settled: Ore;
  readonly noWithholding: boolean;
  readonly paidBefore: boolean;
}

/**
 * The full picture of every month up to the run's, minus what was settled (decided point 1): a payment, a back-payment, or, where too much
 * was paid, a set-off in what the same payee is paid now, the oldest first on either side. No line is negative; what is left stays a claim.
 * With nothing new there is nothing to pay.
 */
export function payable(caseId: string, due: readonly DueLine[], payments: PaymentsState, scope: RunScope): Payable {
  const differences = differencesOf(due, payments, scope.through);
  const settlements = PAYEES.map((payee) => settle(caseId, differences.filter(ofPayee(payee)), scope));
  return {
    lines: settlements.flatMap(({ lines }) => lines).sort(byKey),
    claims: settlements.flatMap(({ claims }) => claims).sort(byKey),
  };
}

const ofPayee =
  (payee: Payee) =>
  (line: LineKey): boolean =>
    line.payee === payee;

function differencesOf(due: readonly DueLine[], payments: PaymentsState, through: Month): readonly Difference[] {
  const settled = settledBy(payments);
  const dues = new Map(due.map((line) => [keyOf(line), line]));
  return [...new Map<string, LineKey>([...settled, ...dues]).values()]
    .filter(({ month }) => month <= through)
    .map(({ month, payee }) => {
      const key = keyOf({ month, payee });
      const line = dues.get(key);
      return {
        month,
        payee,
        due: line?.due ?? ore(0),
        settled: settled.get(key)?.settled ?? ore(0),
        noWithholding: line?.noWithholding ?? false,
        paidBefore: settled.has(key),
      };
    })
    .sort(byKey);
}

function settle(caseId: string, differences: readonly Difference[], scope: RunScope): Payable {
  const claims: Claim[] = differences
    .filter(({ due, settled }) => due < settled)
    .map(({ month, payee, due, settled }) => ({ month, payee, amount: ore(settled - due) }));
  const owed = differences.filter(({ due, settled, paidBefore }) => due > settled && (paidBefore || scope.settledMonthsOnly !== true));
  const lines = owed.map(({ month, payee, due, settled, noWithholding }): PaymentLine => {
    const setOffs = takeFrom(claims, share(ore(due - settled), scope.setOffShare));
    const taken = setOffs.reduce((sum, { amount }) => sum + amount, 0);
    const id = lineId(scope.runId, caseId, { month, payee });
    return { id, month, payee, due, settledBefore: settled, gross: ore(due - settled - taken), setOffs, noWithholding };
  });
  return { lines, claims: claims.filter(({ amount }) => amount > 0) };
}

/** Whole per cent of an amount, rounded down: never more than the share. */
const share = (amount: Ore, perCent: number): Ore => ore((amount * perCent - ((amount * perCent) % 100)) / 100);

/** Takes at most so much from the claims, the oldest first, and leaves them that much smaller. */
function takeFrom(claims: Claim[], most: Ore): readonly SetOff[] {
  let left: number = most;
  const taken: SetOff[] = [];
  for (const [at, claim] of claims.entries()) {
    const amount = ore(Math.min(left, claim.amount));
    if (amount === 0) continue;
    taken.push({ month: claim.month, amount });
    claims[at] = { ...claim, amount: ore(claim.amount - amount) };
    left -= amount;
  }
  return taken;
}
