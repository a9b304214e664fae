import { type PlainDate, daysInclusive, daysOf, intersection, isWorkingDay } from '@kvp/calendar';
import type { Law, LeaveQuota, LeaveRight } from '@kvp/rulebook';
import type { CaseState } from '../kernel/state.ts';

/** A § with two kinds of leave means the one that the regulation calls leave, when the paragraph is not named. */
const LEAVE_OF: Readonly<Record<string, string>> = {
  'KVPF § 12': 'KVPF § 12 annet ledd',
  'KVPF § 13': 'KVPF § 13 første ledd',
  'KVPF § 16': 'KVPF § 16 annet ledd',
};

/** The right to leave with stipend that a provision gives in a law; undefined when it gives none. */
export function leaveRight(provision: string, { leave }: Law): LeaveRight | undefined {
  const written = provision
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/ (første|1\.|first)( ledd)?$/i, ' første ledd')
    .replace(/ (andre|annet|2\.|second)( ledd)?$/i, ' annet ledd');
  return leave.rights.value.find((right) => right.provision === (LEAVE_OF[written] ?? written));
}

/** Days of a period in the unit of a quota. */
export function quotaDays({ unit }: LeaveQuota, from: PlainDate, to: PlainDate): number {
  return unit === 'calendarDays' ? daysInclusive(from, to) : [...daysOf({ from, to })].filter(isWorkingDay).length;
}

/**
 * How far a leave goes beyond its quota: days over, 0 when it is within. A yearly quota is shared with the leave of the same kind
 * that is registered for the same calendar years, by its real end or, while it lasts, the planned one.
 */
export function daysOverQuota(state: CaseState, right: LeaveRight, from: PlainDate, to: PlainDate): number {
  const { quota } = right;
  if (quota === null) return 0;
  if (quota.per === 'occasion') return Math.max(0, quotaDays(quota, from, to) - quota.limit);
  const years = Array.from({ length: to.year - from.year + 1 }, (_, n) => from.year + n);
  return Math.max(0, ...years.map((year) => used(state, right, quota, year) + inYear(quota, year, from, to) - quota.limit));
}

const used = (state: CaseState, { provision }: LeaveRight, quota: LeaveQuota, year: number): number =>
  state.pauses
    .filter((pause) => pause.provision === provision)
    .reduce(
      (sum, { from, plannedTo, resumedOn }) => sum + inYear(quota, year, from, resumedOn?.subtract({ days: 1 }) ?? plannedTo ?? from),
      0,
    );

function inYear(quota: LeaveQuota, year: number, from: PlainDate, to: PlainDate): number {
  const wholeYear = { from: new Temporal.PlainDate(year, 1, 1), to: new Temporal.PlainDate(year, 12, 31) };
  const shared = intersection({ from, to }, wholeYear);
  return shared === undefined ? 0 : quotaDays(quota, shared.from, shared.to);
}
