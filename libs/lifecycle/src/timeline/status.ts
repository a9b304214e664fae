import { type Period, type PlainDate, contains, isAfter } from '@kvp/calendar';
import type { CaseState, Pause, Phase } from '../kernel/state.ts';
import { type Duration, decidedUntil, duration } from './duration.ts';
import { undecidedAfter } from './running-out.ts';
import { activePause, isDecisionMissing, phase } from './phase.ts';

/** How a case stands on a day, as the participant status shows it. */
export interface CaseStatus extends Duration {
  readonly phase: Phase | null;
  /** The decision period that covers the day, else the last one; null before the grant. */
  readonly decisionPeriod: Period | null;
  readonly decidedUntil: PlainDate | null;
  /** No decision covers the day, though the programme goes on. */
  readonly decisionMissing: boolean;
  /** A decision was missing at some time: neither a later extension nor the end of the programme wipes it out. */
  readonly hasLapsed: boolean;
  readonly pause: Pause | null;
}

/** What of a case no status rests on: days that were attended, and the count of its events. */
const APART: readonly (keyof CaseState)[] = ['attendance', 'revision'];

/** True when two states of one case stand alike on every day: nothing but days that were attended lies between them. */
export const differOnlyInAttendance = (a: CaseState, b: CaseState): boolean =>
  (Object.keys(b) as (keyof CaseState)[]).every((field) => APART.includes(field) || a[field] === b[field]);

/** Where a case stands on a day, seen from what is known now: the day may lie behind or ahead. STL §§ 32 and 34. */
export function statusAt(state: CaseState, asOf: PlainDate): CaseStatus {
  const decisionMissing = isDecisionMissing(state, asOf);
  return {
    ...duration(state, asOf),
    phase: phase(state, asOf),
    decisionPeriod: state.decisionPeriods.find((period) => contains(period, asOf)) ?? state.decisionPeriods.at(-1) ?? null,
    decidedUntil: decidedUntil(state),
    decisionMissing,
    hasLapsed: state.lapses.length > 0 || decisionMissing || hasRunOut(state, asOf),
    pause: activePause(state, asOf) ?? null,
  };
}

/** The last period ran out with nothing decided, also when the programme has been ended since. */
function hasRunOut(state: CaseState, asOf: PlainDate): boolean {
  const until = undecidedAfter(state);
  return until !== null && isAfter(asOf, until);
}
