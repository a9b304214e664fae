import { type IsoDate, type PlainDate, daysOf, isWeekday, iso } from '@kvp/calendar';
import { type Fraction, ZERO, add, equals, formatKroner, printFraction } from '@kvp/money';
import type { DayPay, DayState, RatesInUse } from './day.ts';
import type { StipendFacts } from './facts.ts';
import type { Month } from './month-model.ts';
import { PAYEES, type Payee } from './payee.ts';
import { type ScheduleMonth, schedule } from './schedule.ts';
import { stipendSegments } from './segment.ts';

/** What a command would change in the schedule: months by their line, and the days behind it. Amounts in kroner. */
export interface ScheduleChange {
  readonly months: readonly { readonly month: Month; readonly payee: Payee; readonly before: string; readonly after: string }[];
  readonly days: readonly DayChange[];
}

/** A run of Monday-to-Friday days that change in the same way; null where the day was, or will be, no part of the schedule. */
export interface DayChange {
  readonly from: IsoDate;
  readonly to: IsoDate;
  readonly days: number;
  readonly before: DayValue | null;
  readonly after: DayValue | null;
}

/** What the day is, and the exact kroner that it pays; `toAgency`: those of them that go to the collection agency, where some do. */
export interface DayValue {
  readonly state: DayState;
  readonly kroner: string;
  readonly toAgency?: string;
}

/** The difference between two readings of a case, month by month and day by day; empty when the money stays as it is. */
export function scheduleChange(
  before: StipendFacts | null,
  after: StipendFacts | null,
  rates: RatesInUse = {},
  ratesAfter: RatesInUse = rates,
): ScheduleChange {
  return {
    months: changedMonths(linesOf(before, rates), linesOf(after, ratesAfter)),
    days: changedDays(daysIn(before, rates), daysIn(after, ratesAfter)),
  };
}

/** A line's place: its month and its payee, in the order of lines. */
type Place = `${Month} ${Payee}`;

const linesOf = (facts: StipendFacts | null, rates: RatesInUse): ReadonlyMap<Place, ScheduleMonth> =>
  new Map((facts === null ? [] : schedule(facts, rates)).map((line) => [`${line.month} ${line.payee}`, line]));

function changedMonths(before: ReadonlyMap<Place, ScheduleMonth>, after: ReadonlyMap<Place, ScheduleMonth>): ScheduleChange['months'] {
  const amount = (line: ScheduleMonth | undefined): string => (line === undefined ? '0.00' : formatKroner(line.amount));
  return [...new Map([...before, ...after])]
    .map(([place, { month, payee }]) => ({ month, payee, before: amount(before.get(place)), after: amount(after.get(place)) }))
    .filter((line) => line.before !== line.after)
    .sort((a, b) => Number(a.month > b.month) - Number(a.month < b.month) || PAYEES.indexOf(a.payee) - PAYEES.indexOf(b.payee));
}

interface DayRecord {
  readonly state: DayState;
  readonly kroner: Fraction;
  readonly toAgency: Fraction;
}

/** Every Monday-to-Friday day of a schedule by its date. */
function daysIn(facts: StipendFacts | null, rates: RatesInUse): ReadonlyMap<IsoDate, DayRecord> {
  const days = new Map<IsoDate, DayRecord>();
  for (const segment of facts === null ? [] : stipendSegments(facts, rates)) {
    const record = { state: segment.state, ...kronerOf(segment.pay) };
    for (const day of daysOf(segment)) if (isWeekday(day)) days.set(iso(day), record);
  }
  return days;
}

const kronerOf = (pay: DayPay | null): Pick<DayRecord, 'kroner' | 'toAgency'> =>
  pay === null
    ? { kroner: ZERO, toAgency: ZERO }
    : { kroner: add(pay.paid.stipend, pay.paid.supplement), toAgency: pay.claimedIn === null ? ZERO : pay.paid.supplement };

function changedDays(before: ReadonlyMap<IsoDate, DayRecord>, after: ReadonlyMap<IsoDate, DayRecord>): readonly DayChange[] {
  const runs: DayChange[] = [];
  for (const day of [...new Set([...before.keys(), ...after.keys()])].sort()) {
    const [was, becomes] = [before.get(day), after.get(day)];
    if (same(was, becomes)) continue;
    const change: DayChange = { from: day, to: day, days: 1, before: valueOf(was), after: valueOf(becomes) };
    const last = runs.at(-1);
    if (last !== undefined && continues(last, change)) runs[runs.length - 1] = { ...last, to: day, days: last.days + 1 };
    else runs.push(change);
  }
  return runs;
}

const same = (a: DayRecord | undefined, b: DayRecord | undefined): boolean =>
  a === b || (a !== undefined && b !== undefined && a.state === b.state && equals(a.kroner, b.kroner) && equals(a.toAgency, b.toAgency));

function valueOf(day: DayRecord | undefined): DayValue | null {
  if (day === undefined) return null;
  const { state, kroner, toAgency } = day;
  return { state, kroner: printFraction(kroner), ...(equals(toAgency, ZERO) ? {} : { toAgency: printFraction(toAgency) }) };
}

/** A run goes on to the next Monday-to-Friday day when it changes in the same way. */
const continues = (run: DayChange, next: DayChange): boolean =>
  iso(nextWeekday(Temporal.PlainDate.from(run.to))) === next.from && sameValue(run.before, next.before) && sameValue(run.after, next.after);

const sameValue = (a: DayValue | null, b: DayValue | null): boolean =>
  a?.state === b?.state && a?.kroner === b?.kroner && a?.toAgency === b?.toAgency;

const nextWeekday = (day: PlainDate): PlainDate => day.add({ days: day.dayOfWeek === 5 ? 3 : 1 });
