import { type Period, type PlainDate, dayAfter, dayBefore, isAfter, isBefore, reachesAge } from '@kvp/calendar';
import { rateChanges } from '@kvp/rulebook';
import { supportPeriods } from './children.ts';
import { programmeChanges } from './day-in-programme.ts';
import {
  type DayPay,
  FULL_STIPEND_AGE,
  type Ground,
  type RatesInUse,
  type StipendDay,
  dayReader,
  lawChanges,
  programmeSpan,
} from './day.ts';
import type { StipendFacts } from './facts.ts';
import { sameReductions } from './reductions.ts';
import { inOrder } from './standing-still.ts';
import { countWeekdays, trimToWeekdays } from './weekdays.ts';

/** A run of equal stipend days within a month. `from` and `to` are its first and last Monday-to-Friday day. */
export interface Segment extends Period, Omit<StipendDay, 'date'> {
  /** Monday-to-Friday days; `pay` is what each of them pays. */
  readonly days: number;
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
    const { date: _, ...day } = stipendDay(days.from);
    const last = runs.at(-1);
    if (last !== undefined && sameDay(last, day)) runs[runs.length - 1] = { ...last, to: days.to };
    else runs.push({ ...days, ...day });
  }
  return runs.flatMap((run) => [...byMonth(run)]);
}

type Run = Omit<Segment, 'days'>;

/** Every day on which anything that a stipend day rests on may change. */
const changes = (facts: StipendFacts, { knownAt, announced }: RatesInUse): readonly PlainDate[] => [
  reachesAge(facts.birthDate, FULL_STIPEND_AGE),
  ...rateChanges(knownAt, announced),
  ...lawChanges(),
  ...[...facts.paidPeriods, ...supportPeriods(facts.children)].flatMap(({ from, to }) => [from, dayAfter(to)]),
  ...facts.paidPeriods.flatMap(({ monthModels = [] }) => monthModels.map(({ from }) => from)),
  ...programmeChanges(facts),
  ...[...facts.work, ...facts.benefits].flatMap(({ from, to }) => (to === null ? [from] : [from, dayAfter(to)])),
  ...facts.maintenance.map(({ from }) => from),
];

function* cutAt({ from, to }: Period, days: readonly PlainDate[]): Generator<Period> {
  const inside = inOrder(days.filter((day) => isAfter(day, from) && !isAfter(day, to)));
  let start = from;
  for (const day of inside) {
    if (isBefore(start, day)) yield { from: start, to: dayBefore(day) };
    start = day;
  }
  yield { from: start, to };
}

function* byMonth(run: Run): Generator<Segment> {
  for (let first = run.from; !isAfter(first, run.to);) {
    const lastOfMonth = first.with({ day: first.daysInMonth });
    const days = trimToWeekdays({ from: first, to: isAfter(lastOfMonth, run.to) ? run.to : lastOfMonth });
    if (days !== undefined) yield { ...run, ...days, days: countWeekdays(days) };
    first = dayAfter(lastOfMonth);
  }
}

type Day = Omit<StipendDay, 'date'>;

/** Equal when they are the same, by the same events, and pay by the same rows. */
export const sameDay = (a: Day, b: Day): boolean =>
  a.state === b.state && a.decidedIn === b.decidedIn && a.model === b.model && sameGround(a.because, b.because) && samePay(a.pay, b.pay);

const sameGround = (a: Ground | null, b: Ground | null): boolean => a?.recordedIn === b?.recordedIn && a?.provision === b?.provision;

/** Equal when the same rows are applied in the same way; the amounts follow from them. */
const samePay = (a: DayPay | null, b: DayPay | null): boolean =>
  a === null || b === null
    ? a === b
    : a.G === b.G &&
      a.factor === b.factor &&
      a.ageFraction === b.ageFraction &&
      a.daysPerYear === b.daysPerYear &&
      a.childRate === b.childRate &&
      a.claimedIn === b.claimedIn &&
      String(a.childrenIn) === String(b.childrenIn) &&
      sameReductions(a.reductions, b.reductions);
