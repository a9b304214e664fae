import {
  type Period,
  type PlainDate,
  countDays,
  dayAfter,
  dayBefore,
  daysInclusive,
  earliest,
  intersection,
  isAfter,
  isBefore,
} from '@kvp/calendar';
import { reachesAge, union } from '@kvp/calendar';
import { UPPER_AGE } from '@kvp/rulebook';
import type { CaseState, Pause, Start } from '../kernel/state.ts';
import { absencesOf } from './absence.ts';
import { type Maxima, endByLaw } from './end-by-law.ts';
import { daysToUse } from './used-before.ts';

/** How much of the programme is used, and how long it may last. STL § 32; decided points 3, 12, 13, 24 and 27. */
export interface Duration {
  /** Calendar days in the programme that count toward its duration, from the start to the day asked about or the last day. */
  readonly countedDays: number;
  /** The last day without special reasons (two counted years); null before the start. */
  readonly maxEnd: PlainDate | null;
  /** The last day in any case (three counted years); null before the start. */
  readonly absoluteMaxEnd: PlainDate | null;
}

/** The duration as it stands on a day: an open pause counts up to that day. */
export function duration(state: CaseState, asOf: PlainDate): Duration {
  const { start } = state;
  if (start === null) return { countedDays: 0, maxEnd: null, absoluteMaxEnd: null };
  const { ordinary, absolute } = maxima(state, start, asOf);
  return { countedDays: countedDays(state, start, asOf), maxEnd: ordinary, absoluteMaxEnd: absolute };
}

/** The last day of a programme that ends, or has ended, without anyone ending it, as it stands on a day. Decided points 5 and 39. */
export const lastDayByLaw = (state: CaseState, asOf: PlainDate): PlainDate | null =>
  state.start === null ? null : endByLaw(state, maxima(state, state.start, asOf));

/** What of a case the maxima rest on, beside its start. */
const GROUNDS = ['application', 'pauses', 'absences', 'end', 'outside', 'circumstances'] as const;
type Grounds = Pick<CaseState, (typeof GROUNDS)[number]>;

/**
 * Without an open pause the maxima are the same on every day, and they are asked for day by day: those of a start are computed once for
 * the same grounds. Neither ever changes, so what is kept stays right; most events, attendance above all, leave the grounds as they are.
 */
const settledMaxima = new WeakMap<Start, { readonly grounds: Grounds; readonly maxima: Maxima }>();

function maxima(state: CaseState, start: Start, asOf: PlainDate): Maxima {
  const { application, pauses, absences, end, outside, circumstances } = state;
  if (pauses.some(({ resumedOn }) => resumedOn === null)) return cappedMaxima(state, start, asOf);
  const kept = settledMaxima.get(start);
  if (kept !== undefined && GROUNDS.every((ground) => kept.grounds[ground] === state[ground])) return kept.maxima;
  const grounds: Grounds = { application, pauses, absences, end, outside, circumstances };
  const computed = cappedMaxima(grounds, start, asOf);
  settledMaxima.set(start, { grounds, maxima: computed });
  return computed;
}

function cappedMaxima(grounds: Grounds, start: Start, asOf: PlainDate): Maxima {
  const { ordinary, absolute } = uncappedMaxima(grounds, start, asOf);
  const cap = lastDayBeforeUpperAge(grounds);
  return { ordinary: earliest(ordinary, ...cap), absolute: earliest(absolute, ...cap) };
}

/** The two maxima by counted days alone, without the cap at the 67th birthday. */
export function uncappedMaxima(grounds: Grounds, start: Start, asOf: PlainDate): Maxima {
  const away = union(nonCounting(grounds, asOf));
  const { ordinary, absolute } = daysToUse(grounds, start);
  return { ordinary: dayReaching(ordinary, start.on, away), absolute: dayReaching(absolute, start.on, away) };
}

/** The last day that a decision has been made for; null before the grant. */
export const decidedUntil = (state: CaseState): PlainDate | null => state.decisionPeriods.at(-1)?.to ?? null;

/** Days before the 67th birthday, as a list of none or one. Decided point 27. */
export const lastDayBeforeUpperAge = ({ application }: Pick<CaseState, 'application'>): readonly PlainDate[] =>
  application === null ? [] : [dayBefore(reachesAge(application.birthDate, UPPER_AGE))];

/** The days of a pause, an open one as far as `asOf`; undefined when there are none yet. */
export function pausedDays({ from, resumedOn }: Pause, asOf: PlainDate): Period | undefined {
  const to = resumedOn === null ? asOf : dayBefore(resumedOn);
  return isBefore(to, from) ? undefined : { from, to };
}

/** Pauses, whole days of absence and days outside that do not count, as they overlap. Decided points 12, 13 and 19. */
function nonCounting(state: Grounds, asOf: PlainDate): readonly Period[] {
  const until = state.end === null ? asOf : earliest(asOf, state.end.lastDay);
  const paused = state.pauses.filter((pause) => !pause.countsTowardDuration).flatMap((pause) => pausedDays(pause, until) ?? []);
  return [...state.outside, ...paused, ...absencesOf(state).filter((absence) => !absence.countsTowardDuration && absence.hours === null)];
}

/** Days that no decision covers do not count, until an extension reaches back over them, nor days after the end. Decided point 5. */
function countedDays(state: CaseState, start: Start, asOf: PlainDate): number {
  const ends = [state.end?.lastDay, decidedUntil(state), lastDayByLaw(state, asOf)];
  const until = earliest(asOf, ...ends.flatMap((day) => day ?? []));
  if (isBefore(until, start.on)) return 0;
  const inProgramme = { from: start.on, to: until };
  const away = nonCounting(state, asOf).flatMap((interval) => intersection(interval, inProgramme) ?? []);
  return daysInclusive(start.on, until) - countDays(away);
}

/** The earliest day on which the counted days reach a limit. `away` is ascending and disjoint. */
function dayReaching(limit: number, from: PlainDate, away: readonly Period[]): PlainDate {
  let left = limit;
  let next = from;
  for (const interval of away) {
    if (isBefore(interval.to, next)) continue;
    const before = isAfter(interval.from, next) ? daysInclusive(next, dayBefore(interval.from)) : 0;
    if (before >= left) break;
    left -= before;
    next = dayAfter(interval.to);
  }
  return next.add({ days: left - 1 });
}
