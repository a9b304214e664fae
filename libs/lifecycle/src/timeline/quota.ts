import { type IsoDate, type Period, type PlainDate, date, dayBefore, daysOf, isFreeDay, iso, latest } from '@kvp/calendar';
import type { AbsenceQuota } from '@kvp/rulebook';
import type { CaseState, Pause } from '../kernel/state.ts';
import { HOURS_A_DAY, absencesOf, hoursAway } from './absence.ts';

/** Hours by day. A part of a day takes its hours of the quota (our reading; the regulation speaks of days only). */
type Hours = ReadonlyMap<IsoDate, number>;

/** Two births lie further apart than this, so that what lies nearer belongs to one occasion. Our choice: the law names no window. */
const OCCASION_MONTHS = 6;

/** One kind of absence with stipend, by whichever door it came: recorded or registered by its kind, granted by its provision. */
export interface QuotaKind {
  readonly kind: string;
  readonly provision: string;
  readonly quota: AbsenceQuota;
}

/** What is asked for: days of a kind, with hours when only a part of each is. */
export type Asked = Period & { readonly hours?: number | null };

/**
 * How many whole days of what is asked for are left in the quota; undefined when all of it is within. What is taken already is counted
 * once a day, whether it was recorded, registered or granted; leave that lasts is taken as far as planned, and at least to `today`.
 * `limitOn`: the limit in days on a day; that of the quota when left out.
 */
export function daysLeft(
  state: CaseState,
  of: QuotaKind,
  asked: readonly Asked[],
  today: PlainDate,
  limitOn: (day: PlainDate) => number = () => of.quota.limit,
): number | undefined {
  const all = new Map(hoursTaken(state, of, today));
  let free = 0;
  for (const [day, hours] of hoursOf(asked, of.quota)) {
    const before = all.get(day) ?? 0;
    if (hours <= before) continue;
    all.set(day, hours);
    if (isBeyond(all, day, of.quota, limitOn)) return Math.floor(free / HOURS_A_DAY);
    free += hours - before;
  }
  return undefined;
}

/** How many whole days of what is asked for lie beyond the quota: all of them but those that are left. */
export function daysBeyond(state: CaseState, of: QuotaKind, asked: Asked, today: PlainDate): number {
  const left = daysLeft(state, of, [asked], today);
  return left === undefined ? 0 : hoursOf([asked], of.quota).size - left;
}

/** Whether any window that the day lies in holds more than the limit of the day that it ends on. */
function isBeyond(all: Hours, added: IsoDate, quota: AbsenceQuota, limitOn: (day: PlainDate) => number): boolean {
  for (const end of all.keys()) {
    const last = date(end);
    const first = iso(windowBegin(quota, last));
    if (end < added || first > added) continue;
    let sum = 0;
    for (const [day, hours] of all) if (day >= first && day <= end) sum += hours;
    if (sum > limitOn(last) * HOURS_A_DAY) return true;
  }
  return false;
}

/** The first day of the window that ends on a day. Decided point 36. */
function windowBegin({ per }: AbsenceQuota, last: PlainDate): PlainDate {
  switch (per) {
    case 'calendarYear':
      return last.with({ month: 1, day: 1 });
    case 'rolling12Months':
      return last.subtract({ months: 12 }).add({ days: 1 });
    case 'occasion':
      return last.subtract({ months: OCCASION_MONTHS });
  }
}

function hoursTaken(state: CaseState, { kind, provision, quota }: QuotaKind, today: PlainDate): Hours {
  const recorded = absencesOf(state).filter((absence) => absence.kind === kind);
  const granted = state.pauses.filter((pause) => pause.withStipend && pause.provision === provision);
  return hoursOf(
    [
      ...recorded.map((absence) => ({ from: absence.from, to: absence.to, hours: hoursAway(absence) })),
      ...granted.map((pause) => ({ from: pause.from, to: lastDayTaken(pause, today) })),
    ],
    quota,
  );
}

const lastDayTaken = ({ from, plannedTo, resumedOn }: Pause, today: PlainDate): PlainDate =>
  resumedOn === null ? latest(from, today, ...(plannedTo === null ? [] : [plannedTo])) : dayBefore(resumedOn);

/** The days of a quota in order, each once with the most hours that any period has of it. */
function hoursOf(periods: readonly Asked[], { unit }: AbsenceQuota): Hours {
  const hoursOn = new Map<IsoDate, number>();
  for (const { from, to, hours } of periods)
    for (const day of daysOf({ from, to }))
      if (unit === 'calendarDays' || !isFreeDay(day)) hoursOn.set(iso(day), Math.max(hoursOn.get(iso(day)) ?? 0, hours ?? HOURS_A_DAY));
  return new Map([...hoursOn].sort(([a], [b]) => (a < b ? -1 : 1)));
}
