import { type Period, type PlainDate, date, earliest, intersection, isSame, latest, overlap } from '@kvp/calendar';
import { supportPeriods } from './children.ts';
import type { PaidPeriod, StipendFacts } from './facts.ts';

/** After every day that a case can have: an open end is compared as one. */
const OPEN_END = date('9999-12-31');

/** A fact of a list and the days on which it can matter. */
type Dated = readonly [fact: unknown, days: Period];

const span = (from: PlainDate, to: PlainDate | null): Period => ({ from, to: to ?? OPEN_END });

const lists: Readonly<
  Record<'pauses' | 'children' | 'absences' | 'deductions' | 'work' | 'benefits' | 'maintenance', (facts: StipendFacts) => readonly Dated[]>
> = {
  pauses: ({ pauses }) => pauses.map((pause) => [pause, span(pause.from, pause.resumedOn)]),
  // Of a child only the days of support count; one whose support never runs matters on no day.
  children: ({ children }) => children.flatMap((child) => supportPeriods([child]).map((days): Dated => [child, days])),
  absences: ({ absences }) => absences.map((absence) => [absence, absence]),
  deductions: ({ deductions }) => deductions.map((deduction) => [deduction, span(deduction.on, deduction.on)]),
  work: ({ work }) => work.map((job) => [job, span(job.from, job.to)]),
  benefits: ({ benefits }) => benefits.map((benefit) => [benefit, span(benefit.from, benefit.to)]),
  // A word about the claim counts until the next one.
  maintenance: ({ maintenance }) => maintenance.map((word) => [word, span(word.from, null)]),
};

/**
 * The days on which two readings of one case may pay otherwise, from the first to the last; null when no day can. Every stipend day
 * follows from the facts that cover it alone, so that all days outside are the same. The facts of a list are told apart as objects:
 * a state keeps those that an event leaves alone.
 */
export function daysApart(a: StipendFacts, b: StipendFacts): Period | null {
  if (!isSame(a.birthDate, b.birthDate) || a.absenceClause !== b.absenceClause) return union([...a.paidPeriods, ...b.paidPeriods]);
  const apart = Object.values(lists).flatMap((datedOf) => onOneSide(datedOf(a), datedOf(b)));
  return union([...apart, ...paidApart(a.paidPeriods, b.paidPeriods)]);
}

function onOneSide(a: readonly Dated[], b: readonly Dated[]): readonly Period[] {
  const [inA, inB] = [new Set(a.map(([fact]) => fact)), new Set(b.map(([fact]) => fact))];
  const only = (dated: readonly Dated[], other: ReadonlySet<unknown>): readonly Period[] =>
    dated.flatMap(([fact, days]) => (other.has(fact) ? [] : days));
  return [...only(a, inB), ...only(b, inA)];
}

/** Periods are cut anew in every reading: they are compared by what they say. */
function paidApart(a: readonly PaidPeriod[], b: readonly PaidPeriod[]): readonly Period[] {
  const same = (x: PaidPeriod) => (y: PaidPeriod) => x.decidedIn === y.decidedIn && isSame(x.from, y.from) && isSame(x.to, y.to);
  return [...a.filter((period) => !b.some(same(period))), ...b.filter((period) => !a.some(same(period)))];
}

const union = ([first, ...rest]: readonly Period[]): Period | null =>
  first === undefined
    ? null
    : { from: earliest(first.from, ...rest.map(({ from }) => from)), to: latest(first.to, ...rest.map(({ to }) => to)) };

/**
 * The facts as far as they bear on some days: the schedule of whole months is the same from them as from all. A month at either end
 * must be whole, because a month is rounded once.
 */
export function factsWithin(facts: StipendFacts, days: Period): StipendFacts {
  const bearing = (name: keyof typeof lists): ReadonlySet<unknown> =>
    new Set(lists[name](facts).flatMap(([fact, of]) => (overlap(of, days) ? [fact] : [])));
  const keep = <Fact>(name: keyof typeof lists, from: readonly Fact[]): readonly Fact[] => {
    const kept = bearing(name);
    return from.filter((fact) => kept.has(fact));
  };
  return {
    birthDate: facts.birthDate,
    absenceClause: facts.absenceClause,
    paidPeriods: facts.paidPeriods.flatMap((period) => {
      const inside = intersection(period, days);
      return inside === undefined ? [] : { ...period, ...inside };
    }),
    pauses: keep('pauses', facts.pauses),
    children: keep('children', facts.children),
    absences: keep('absences', facts.absences),
    deductions: keep('deductions', facts.deductions),
    work: keep('work', facts.work),
    benefits: keep('benefits', facts.benefits),
    maintenance: keep('maintenance', facts.maintenance),
  };
}
