import type { CaseState } from '@kvp/lifecycle';
import { type Ore, formatKroner, formatKronerNb, ore } from '@kvp/money';
import type { RateRule } from '@kvp/rulebook';
import { type Month, PAYEES, type Payee, type RatesInUse, hasSameStipendFacts, schedule, stipendFacts } from '@kvp/stipend';
import type { Change, Transition } from './changes.ts';
import { recordedOn } from './moment.ts';
import type { RecordedCaseEvent } from './recorded.ts';
import { norwegianMonths } from './words.ts';

/**
 * What an event changed in the stipend of the decided period, on the rates known the day it was recorded: the sum of the months
 * that came out otherwise, for each who is paid.
 */
export function stipendChange(
  recorded: RecordedCaseEvent,
  { before, after }: Transition,
  announced: readonly RateRule[] = [],
): readonly Change[] {
  if (hasSameStipendFacts(before, after)) return [];
  const rates = { knownAt: recordedOn(recorded), announced };
  return PAYEES.flatMap((payee) => changeOf(payee, amounts(before, payee, rates), amounts(after, payee, rates)));
}

/** What the sum of a payee's lines is called. */
const SUM_OF: Readonly<Record<Payee, string>> = {
  participant: 'Beregnet stønad',
  collectionAgency: 'Barnetillegg til innkrevingsmyndigheten',
};

function changeOf(payee: Payee, was: Amounts, is: Amounts): readonly Change[] {
  const months = [...new Set([...was.keys(), ...is.keys()])].filter((month) => was.get(month) !== is.get(month)).sort();
  const [first, last] = [months[0], months.at(-1)];
  if (first === undefined || last === undefined) return [];
  const total = (lines: Amounts): Ore => ore(months.reduce((sum, month) => sum + (lines.get(month) ?? 0), 0));
  return [
    {
      of: 'stipend',
      before: formatKroner(total(was)),
      after: formatKroner(total(is)),
      text: `${SUM_OF[payee]} for ${norwegianMonths(first, last)}: ${formatKronerNb(total(was))} → ${formatKronerNb(total(is))}.`,
    },
  ];
}

type Amounts = ReadonlyMap<Month, Ore>;

/** What is due to a payee by month; months in which nothing is earned are left out. */
function amounts(state: CaseState, payee: Payee, rates: RatesInUse): Amounts {
  const facts = stipendFacts(state);
  const lines = facts === null ? [] : schedule(facts, rates);
  return new Map(lines.filter((line) => line.payee === payee && line.amount !== 0).map(({ month, amount }) => [month, amount]));
}
