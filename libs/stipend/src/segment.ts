import { type Period, type PlainDate, dayAfter, dayBefore, isAfter, isBefore, reachesAge } from '@kvp/calendar';
import { rateChanges } from '@kvp/rulebook';
import { type DayPay, type DayState, FULL_STIPEND_AGE, type RatesInUse, dayReader, programmeSpan, supportPeriods } from './day.ts';
import type { StipendFacts } from './facts.ts';
import { countWeekdays, trimToWeekdays } from './weekdays.ts';

/** A run of equal stipend days within a month. `from` and `to` are its first and last Monday-to-Friday day. */
export interface Segment extends Period {
  /** Monday-to-Friday days. */
  readonly days: number;
  readonly state: DayState;
  /** What each of them pays; null: nothing. */
  readonly pay: DayPay | null;
}

/**
 * The stipend days of a programme as runs of equal days, each within one month, in order. Read at the days of change only:
 * between two of them every day is like the one before it.
 */
export function stipendSegments(facts: StipendFacts, rates: RatesInUse = {}): readonly Segment[] {
  const span = programmeSpan(facts);
  if (span === undefined) return [];
  const stipendDay = dayReader(facts, rates);
  const runs: Run[] = [];
  for (const stretch of cutAt(span, changes(facts, rates))) {
    const days = trimToWeekdays(stretch);
    if (days === undefined) continue;
    const { state, pay } = stipendDay(days.from);
    const last = runs.at(-1);
    if (last !== undefined && last.state === state && samePay(last.pay, pay)) runs[runs.length - 1] = { ...last, to: days.to };
    else runs.push({ ...days, state, pay });
  }
  return runs.flatMap((run) => [...byMonth(run)]);
}

type Run = Omit<Segment, 'days'>;

/** Every day on which anything that a stipend day rests on may change. */
const changes = (facts: StipendFacts, { knownAt, announced }: RatesInUse): readonly PlainDate[] => [
  reachesAge(facts.birthDate, FULL_STIPEND_AGE),
  ...rateChanges(knownAt, announced),
  ...[...facts.paidPeriods, ...supportPeriods(facts.children)].flatMap(({ from, to }) => [from, dayAfter(to)]),
  ...facts.pauses.flatMap(({ from, resumedOn }) => (resumedOn === null ? [from] : [from, resumedOn])),
];

function* cutAt({ from, to }: Period, days: readonly PlainDate[]): Generator<Period> {
  const inside = days.filter((day) => isAfter(day, from) && !isAfter(day, to)).sort((a, b) => Temporal.PlainDate.compare(a, b));
  let start = from;
  for (const day of inside) {
    if (isBefore(start, day)) yield { from: start, to: dayBefore(day) };
    start = day;
  }
  yield { from: start, to };
}

function* byMonth({ from, to, state, pay }: Run): Generator<Segment> {
  for (let first = from; !isAfter(first, to);) {
    const lastOfMonth = first.with({ day: first.daysInMonth });
    const days = trimToWeekdays({ from: first, to: isAfter(lastOfMonth, to) ? to : lastOfMonth });
    if (days !== undefined) yield { ...days, days: countWeekdays(days), state, pay };
    first = dayAfter(lastOfMonth);
  }
}

/** Equal when the same rows are applied in the same way; the amounts follow from them. */
export const samePay = (a: DayPay | null, b: DayPay | null): boolean =>
  a === null || b === null
    ? a === b
    : a.G === b.G &&
      a.factor === b.factor &&
      a.ageFraction === b.ageFraction &&
      a.daysPerYear === b.daysPerYear &&
      a.childRate === b.childRate &&
      a.children === b.children;
