import { type PlainDate, isBefore, latest } from '@kvp/calendar';
import type { Law } from '@kvp/rulebook';
import type { CaseState } from '../kernel/state.ts';
import type { RecordChild } from './record-child.command.ts';

/** Where a child lives: abroad, too, for up to 90 days in twelve months, or longer as a member of the scheme (FTL § 2-5). KVPF § 3. */
export const RESIDENCES = ['norway', 'abroadForAShortTime', 'abroadAsMember', 'abroad'] as const;

/**
 * The first day that the conditions are met, from the first day of support on: a foster child has then been supported for two years,
 * unless it is placed for good. KVPF § 3; rulebook § 9.12.
 */
export function conditionsMetOn(from: PlainDate, { fosterChild, permanentPlacement }: RecordChild, law: Law): PlainDate {
  const years = fosterChild === true && permanentPlacement !== true ? law.childSupplement.fosterChildYears.value : null;
  return years === null ? from : from.add({ years });
}

/** The first day that a supplement could be paid for, as far as it is known. */
function firstStipendDay({ start, grant, application }: CaseState): readonly PlainDate[] {
  const day = start?.on ?? grant?.period.from ?? application?.receivedOn;
  return day === undefined ? [] : [day];
}

/** Whether the law has a limit for children abroad on the first day that this one could be paid for. */
export const mustLiveInNorway = (state: CaseState, from: PlainDate, lawAt: (day: PlainDate) => Law): boolean =>
  lawAt(latest(from, ...firstStipendDay(state))).childSupplement.abroadLimit.value !== null;

/** Whether the child is of age before a supplement could begin. */
export const isTooOld = (state: CaseState, from: PlainDate, eighteenth: PlainDate): boolean =>
  !isBefore(latest(from, ...firstStipendDay(state)), eighteenth);
