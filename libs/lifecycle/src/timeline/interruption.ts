import { type PlainDate, contains, dayBefore, isAfter, union } from '@kvp/calendar';
import type { Law } from '@kvp/rulebook';
import { type Refusal, refuse } from '../kernel/refusal.ts';
import { interruptionYearExceeded } from '../kernel/shared.refusals.ts';
import type { CaseState } from '../kernel/state.ts';
import { pausedDays } from './duration.ts';

/** The first day of the unbroken interruption that a day lies in, one following the other without a day back between. */
export function interruptedSince(state: CaseState, on: PlainDate): PlainDate | undefined {
  const interruptions = state.pauses
    .filter(({ legalForm }) => legalForm === 'INTERRUPTION')
    .flatMap((pause) => pausedDays(pause, on) ?? []);
  return union(interruptions).find((interval) => contains(interval, on))?.from;
}

/** The first day of the unbroken interruption that one beginning on `from` would belong to. */
export const interruptionBeginning = (state: CaseState, from: PlainDate): PlainDate => interruptedSince(state, dayBefore(from)) ?? from;

/**
 * The last moment to come back from an interruption: the anniversary of its first day, itself inside. Undefined while the law
 * set no limit. STL § 34; decided point 17.
 */
export function latestReturn(since: PlainDate, { interruption }: Law): PlainDate | undefined {
  const years = interruption.maximumYears.value;
  return years === null ? undefined : since.add({ years });
}

/** After a year of interruption only termination is lawful. `interruptedOn` lies in the interruption, `then` is asked about. */
export function withinInterruptionYear(state: CaseState, interruptedOn: PlainDate, then: PlainDate, law: Law): Refusal | undefined {
  const since = interruptedSince(state, interruptedOn);
  const latest = since === undefined ? undefined : latestReturn(since, law);
  return latest !== undefined && isAfter(then, latest)
    ? refuse(interruptionYearExceeded, [latest], law.interruption.maximumYears.provision)
    : undefined;
}
