import { type IsoDate, type PlainDate, daysOf, isAfter, isWeekday, iso } from '@kvp/calendar';
import { type Fraction, ZERO, add, divide, formatKroner, fraction, kroner, multiply, ore, parseFraction, roundToOre } from '@kvp/money';
import { MONTH_MODELS, type Month, type Payee, type ScheduleMonthData } from '@kvp/stipend';
import { type PaymentsState, settledBy } from './balance.ts';
import { byKey, keyOf } from './line.ts';
import { lastDayOf, payDateOf } from './pay-date.ts';

/**
 * How a line stands. `forecast`: the month has not ended. `due`: nothing is settled for it yet. `settled`: to the øre. `short`: more is due
 * than was settled. `overpaid`: more was settled than is due.
 */
export const LINE_STANDINGS = ['forecast', 'due', 'settled', 'short', 'overpaid'] as const;
export type LineStanding = (typeof LINE_STANDINGS)[number];

/** A line of the schedule, and what has been settled for it. Amounts in kroner. */
export interface SettledMonth extends ScheduleMonthData {
  /** What the month would pay without absence, work or other benefits. */
  readonly planned: string;
  readonly settled: string;
  /** `amount − settled`: below 0 when too much was paid. */
  readonly difference: string;
  /** The day that it is paid on, or was to be. */
  readonly payDate: IsoDate;
  readonly standing: LineStanding;
}

/** The schedule beside what is settled, as of a day. A month that is in it no longer is there while something is settled for it. */
export function settledSchedule(
  months: readonly ScheduleMonthData[],
  payments: PaymentsState,
  { on, payDayOf }: { readonly on: PlainDate; readonly payDayOf: (month: Month) => number },
): readonly SettledMonth[] {
  const settled = settledBy(payments);
  const known = new Set(months.map(keyOf));
  const gone = [...settled.values()]
    .filter((line) => line.settled !== 0 && !known.has(keyOf(line)))
    .map(({ month, payee }) => nothing(month, payee));
  return [...months, ...gone].sort(byKey).map((line) => {
    const paid = settled.get(keyOf(line))?.settled;
    const difference = ore(kroner(line.amount) - (paid ?? 0));
    const ended = isAfter(on, lastDayOf(line.month));
    return {
      ...line,
      planned: formatKroner(roundToOre(plannedOf(line))),
      settled: formatKroner(paid ?? ore(0)),
      difference: formatKroner(difference),
      payDate: iso(payDateOf(line.month, payDayOf(line.month))),
      standing: standingOf(difference, paid, ended),
    };
  });
}

function standingOf(difference: number, paid: number | undefined, ended: boolean): LineStanding {
  if (difference < 0) return 'overpaid';
  if (!ended) return 'forecast';
  if (difference === 0) return 'settled';
  return paid === undefined ? 'due' : 'short';
}

const nothing = (month: Month, payee: Payee): ScheduleMonthData => ({
  ...{ month, payee, stipendDays: 0, amount: '0.00', stipend: '0.00', childSupplement: '0.00', exact: '0', noWithholding: false },
  ...{ model: MONTH_MODELS.A, ratesRevision: '', segments: [] },
});

/** Kroner: full days of the days that pay, before what is taken off them. A paused day was planned away by a decision. */
function plannedOf({ month, payee, model, segments }: ScheduleMonthData): Fraction {
  const parts = segments.flatMap(({ days, pay }) => {
    if (pay === null) return [];
    const daily = parseFraction(pay.daily);
    const stipend =
      model.name === 'A' ? multiply(daily, fraction(days)) : twelfth(month, daily, parseFraction(pay.daysPerYear.value), days);
    const supplement = multiply(parseFraction(pay.supplement), fraction(days));
    if (payee === 'collectionAgency') return [supplement];
    return pay.claimedIn === null ? [stipend, supplement] : [stipend];
  });
  return add(ZERO, ...parts);
}

/** Decided point 30. */
function twelfth(month: Month, daily: Fraction, daysPerYear: Fraction, days: number): Fraction {
  const last = lastDayOf(month);
  const weekdays = [...daysOf({ from: last.with({ day: 1 }), to: last })].filter(isWeekday).length;
  return multiply(divide(multiply(daily, daysPerYear), fraction(12)), fraction(days, weekdays));
}
