import { type PlainDate, isAfter } from '@kvp/calendar';
import type { CaseState } from '@kvp/lifecycle';
import type { Ore } from '@kvp/money';
import { type RateRule, SHIPPED_RATES, isRateKnown } from '@kvp/rulebook';
import {
  type Month,
  PAYEES,
  type Payee,
  type RatesInUse,
  type StipendFacts,
  daysApart,
  factsWithin,
  hasSameStipendFacts,
  monthOf,
  schedule,
  stipendFacts,
} from '@kvp/stipend';

/** A payment line's place: its month and its payee. */
export type Line = `${Month} ${Payee}`;

/** What is due, by line; lines on which nothing is earned are left out. */
export type Amounts = ReadonlyMap<Line, Ore>;

/** What is due in a state, on the rates known on a day. */
export type MoneyReader = (state: CaseState, knownAt: PlainDate) => Amounts;

/**
 * Reads what is due, and keeps the last answer: the state before an event is the one after the event before it, most events change
 * nothing that the stipend rests on, and of what they change only the months that it reaches are computed again. `announced`: rates
 * that came after the release.
 */
export function moneyReader(announced: readonly RateRule[] = []): MoneyReader {
  const rows = [...Object.values(SHIPPED_RATES).flat(), ...announced];
  let kept: Kept | undefined;
  return (state, knownAt) => {
    // Rows are only ever added and withdrawn, each once and for good: as many of both are the same rows.
    const ratesKnown = `${rows.filter((row) => isRateKnown(row, knownAt)).length} of ${rows.filter(isOutBy(knownAt)).length}`;
    if (kept?.ratesKnown === ratesKnown && hasSameStipendFacts(kept.state, state)) return kept.amounts;
    const facts = stipendFacts(state);
    const before = kept?.ratesKnown === ratesKnown ? kept : undefined;
    kept = { state, facts, ratesKnown, amounts: amountsAfter(before, facts, { knownAt, announced }) };
    return kept.amounts;
  };
}

const isOutBy =
  (knownAt: PlainDate) =>
  ({ withdrawnOn }: RateRule): boolean =>
    withdrawnOn !== undefined && !isAfter(withdrawnOn, knownAt);

interface Kept {
  readonly state: CaseState;
  readonly facts: StipendFacts | null;
  readonly ratesKnown: string;
  readonly amounts: Amounts;
}

function amountsAfter(before: Kept | undefined, facts: StipendFacts | null, rates: RatesInUse): Amounts {
  if (facts === null) return new Map();
  if (before === undefined || before.facts === null) return amountsOf(facts, rates);
  const apart = daysApart(before.facts, facts);
  if (apart === null) return before.amounts;
  const months = { from: apart.from.with({ day: 1 }), to: apart.to.with({ day: apart.to.daysInMonth }) };
  const [first, last] = [monthOf(months.from), monthOf(months.to)];
  const outside = [...before.amounts].filter(([line]) => placeOf(line).month < first || placeOf(line).month > last);
  return new Map([...outside, ...amountsOf(factsWithin(facts, months), rates)]);
}

const amountsOf = (facts: StipendFacts, rates: RatesInUse): Amounts =>
  new Map(schedule(facts, rates).flatMap(({ month, payee, amount }) => (amount === 0 ? [] : [[`${month} ${payee}`, amount]])));

/** Month and payee of a line. */
export function placeOf(line: Line): { readonly month: Month; readonly payee: Payee } {
  const [month, payee] = line.split(' ') as [Month, Payee];
  return { month, payee };
}

/** Lines in the order of a schedule: by month, the participant first. */
export const byPlace = (a: Line, b: Line): number => {
  const [x, y] = [placeOf(a), placeOf(b)];
  return x.month === y.month ? PAYEES.indexOf(x.payee) - PAYEES.indexOf(y.payee) : x.month < y.month ? -1 : 1;
};
