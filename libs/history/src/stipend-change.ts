import { type Ore, formatKroner, formatKronerNb, ore } from '@kvp/money';
import { type Month, PAYEES, type Payee, hasSameStipendFacts } from '@kvp/stipend';
import type { Change, Transition } from './changes.ts';
import { recordedOn } from './moment.ts';
import { type Amounts, type MoneyReader, placeOf } from './money.ts';
import type { RecordedCaseEvent } from './recorded.ts';
import { norwegianMonths } from './words.ts';

/**
 * What an event changed in the stipend of the decided period, on the rates known the day it was recorded: the sum of the months
 * that came out otherwise, for each who is paid.
 */
export function stipendChange(recorded: RecordedCaseEvent, { before, after }: Transition, money: MoneyReader): readonly Change[] {
  if (hasSameStipendFacts(before, after)) return [];
  const known = recordedOn(recorded);
  // The one before first: it is what was read last.
  const was = money(before, known);
  return amountChanges(was, money(after, known));
}

/** The sums of the months that differ between two readings, for each who is paid. */
export function amountChanges(was: Amounts, is: Amounts): readonly Change[] {
  const differing = [...new Set([...was.keys(), ...is.keys()])].filter((line) => was.get(line) !== is.get(line)).map(placeOf);
  return PAYEES.flatMap((payee) =>
    changeOf(
      payee,
      differing.flatMap((place) => (place.payee === payee ? place.month : [])),
      was,
      is,
    ),
  );
}

/** What the sum of a payee's lines is called. */
export const SUM_OF: Readonly<Record<Payee, string>> = {
  participant: 'Beregnet stønad',
  collectionAgency: 'Barnetillegg til innkrevingsmyndigheten',
};

function changeOf(payee: Payee, months: readonly Month[], was: Amounts, is: Amounts): readonly Change[] {
  const [first, ...rest] = months.toSorted();
  if (first === undefined) return [];
  const total = (amounts: Amounts): Ore => ore(months.reduce((sum, month) => sum + (amounts.get(`${month} ${payee}`) ?? 0), 0));
  const [before, after] = [total(was), total(is)];
  const text = `${SUM_OF[payee]} for ${norwegianMonths(first, rest.at(-1) ?? first)}: ${formatKronerNb(before)} → ${formatKronerNb(after)}.`;
  return [{ of: 'stipend', before: formatKroner(before), after: formatKroner(after), text }];
}
