import { type Fraction, ONE, add, divide, equals, fraction, multiply, printFraction, roundToOre, subtract } from '@kvp/money';
import type { DayPay, ScheduleMonth } from '@kvp/stipend';
import type { GivingRun } from './explain-line.ts';

/** A sum of one level against what the level above states. Exact. */
export interface Check {
  /** In bokmål. */
  readonly what: string;
  readonly sum: string;
  readonly stated: string;
  readonly holds: boolean;
}

const check = (what: string, sum: Fraction, stated: Fraction): Check => ({
  what,
  sum: printFraction(sum),
  stated: printFraction(stated),
  holds: equals(sum, stated),
});

/** Adds every level up again: the day from its rates, the days to the month, the month to what is paid. */
export function checksOf(line: ScheduleMonth, runs: readonly GivingRun[], lifted: Fraction): readonly Check[] {
  const given = add(...runs.flatMap((run) => [run.given.stipend, run.given.supplement]));
  return [
    ...line.segments.flatMap(({ pay }) => (pay === null ? [] : ofDay(pay))),
    check('Dagene i linjen til månedens beløp', add(given, lifted), line.exact),
    check('Månedens beløp avrundet én gang til øre', fraction(roundToOre(line.exact), 100), fraction(line.amount, 100)),
  ];
}

function ofDay({
  daily,
  G,
  factor,
  ageFraction,
  daysPerYear,
  supplement,
  children,
  childRate,
  reductions,
  paid,
}: DayPay): readonly Check[] {
  const taken = (part: 'stipend' | 'supplement'): Fraction => add(...reductions.map((reduction) => reduction[part]));
  const year = multiply(G.value, factor.value, ageFraction?.value ?? ONE);
  return [
    check('Grunnbeløp × faktor × andel ÷ stønadsdager i året til dagsats', divide(year, daysPerYear.value), daily),
    check('Barn × sats til barnetillegg per dag', multiply(childRate.value, fraction(children)), supplement),
    check('Dagsats uten trekk til dagens stønad', subtract(daily, taken('stipend')), paid.stipend),
    check('Barnetillegg uten trekk til dagens tillegg', subtract(supplement, taken('supplement')), paid.supplement),
  ];
}
