import { type Period, type PlainDate, daysInclusive, isAfter, isBefore } from '@kvp/calendar';
import type { Law, ProgrammeCore } from '@kvp/rulebook';
import type { ActivityKind } from '../kernel/state/handling.ts';
import type { Stretch } from './plan-hours.ts';

/** Where a plan stands in its programme. */
export interface PlanPlace {
  /** The days that the plan is for: to the end of a decision period. */
  readonly period: Period;
  /** The first day of the programme, actual or planned. */
  readonly programmeFrom: PlainDate;
  /** 1 for the decision period of the grant, 2 for that of the first extension. */
  readonly ordinal: number;
  /** Whether the law lets no other decision period follow. */
  readonly isLast: boolean;
}

/** What makes up the core of a programme, by what the law of the day asks of it. STL § 30. */
export const CORE: Readonly<Record<ProgrammeCore, readonly ActivityKind[]>> = {
  measuresAndJobSearch: ['workDirected', 'apprenticeship'],
  transitionToWork: ['workDirected', 'jobSearch', 'education', 'apprenticeship'],
};

/** The share of a decision period that is its final part. Our choice, the law has none. */
const FINAL_PART = 1 / 3;

/** Job search, as the law of the day asks for it: there, missing though it may still come, or missing for good. */
export function jobSearchIn(
  stretches: readonly Stretch[],
  { period, ordinal, isLast }: PlanPlace,
  { content }: Law,
): 'there' | 'later' | 'missing' {
  const searches = stretches.filter(({ kind }) => kind === 'jobSearch');
  const finalPart = period.to.subtract({ days: Math.ceil(daysInclusive(period.from, period.to) * FINAL_PART) - 1 });
  const isThere = searches.some(({ to }) => content.jobSearch.value === 'anywhere' || !isBefore(to, finalPart));
  if (isThere) return 'there';
  switch (content.jobSearch.value) {
    case 'anywhere':
      return 'missing';
    case 'finalPartOfSecondPeriod':
      return ordinal >= 2 ? 'missing' : 'later';
    case 'finalPartOfLastPeriod':
      return isLast ? 'missing' : 'later';
  }
}

/** The last day of the first half of the programme as far as it is decided. */
export const halfway = ({ programmeFrom, period }: PlanPlace): PlainDate =>
  programmeFrom.add({ days: Math.floor((daysInclusive(programmeFrom, period.to) - 1) / 2) });

/** No work-directed measure begins by the halfway point, though the plan is for days before it. KVPF § 1 as first made. */
export function workDirectedTooLate(stretches: readonly Stretch[], place: PlanPlace, { content }: Law): boolean {
  const by = halfway(place);
  if (!content.workDirectedByHalfway.value || isAfter(place.period.from, by)) return false;
  return !stretches.some(({ kind, from }) => CORE.measuresAndJobSearch.includes(kind) && !isAfter(from, by));
}
