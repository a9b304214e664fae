import { type PlainDate, dayAfter, isBefore, isSame, iso, reachesAge } from '@kvp/calendar';
import { UPPER_AGE } from '@kvp/rulebook';
import type { CaseState } from '../kernel/state.ts';
import { duration } from '../timeline/duration.ts';
import { endsByItselfOn, undecidedAfter } from '../timeline/running-out.ts';
import type { Limit, PeriodExpiredWithoutDecision, ProgrammeEndedByMaximum } from './tick.events.ts';

export type ClockRecord = PeriodExpiredWithoutDecision | ProgrammeEndedByMaximum;

/**
 * What the clock has to write into the history of a case on a day, as the case is known now: a decision period that ran out without a
 * decision, or the end of a programme that ended by itself. Nothing that is written already, and nothing on a day before what is: time
 * does not run backwards. An interruption that has lasted its year ends nothing by itself. Rulebook § 7; decided points 5, 16 and 39.
 */
export function dueRecords(state: CaseState, on: PlainDate): readonly ClockRecord[] {
  const { expiredPeriods, endedByLaw } = state.clockRecords;
  if ([...expiredPeriods, ...endedByLaw].some((day) => !isBefore(day, on))) return [];
  const next = nextRecord(state);
  return next === null || isBefore(on, next.on) ? [] : [next.event];
}

/** The first day on which the clock has something to write, unless something happens before; null when it has nothing. */
export const nextRecordOn = (state: CaseState): PlainDate | null => nextRecord(state)?.on ?? null;

function nextRecord(state: CaseState): { readonly on: PlainDate; readonly event: ClockRecord } | null {
  const { expiredPeriods, endedByLaw } = state.clockRecords;
  const lastDay = endsByItselfOn(state);
  if (lastDay !== null)
    return endedByLaw.some((day) => isSame(day, lastDay)) ? null : { on: dayAfter(lastDay), event: ended(state, lastDay) };
  const until = undecidedAfter(state);
  if (until === null || expiredPeriods.some((day) => isSame(day, until))) return null;
  return {
    on: dayAfter(until),
    event: { type: 'PeriodExpiredWithoutDecision', version: 1, data: { decidedUntil: iso(until) }, personal: null },
  };
}

const ended = (state: CaseState, lastDay: PlainDate): ProgrammeEndedByMaximum => ({
  type: 'ProgrammeEndedByMaximum',
  version: 1,
  data: { lastDay: iso(lastDay), countedDays: duration(state, lastDay).countedDays },
  personal: { limit: limitOf(state, lastDay) },
});

function limitOf(state: CaseState, lastDay: PlainDate): Limit {
  const { application, decisionPeriods } = state;
  if (application !== null && isSame(dayAfter(lastDay), reachesAge(application.birthDate, UPPER_AGE))) return 'upperAge';
  switch (decisionPeriods.at(-1)?.beyondTwoYears) {
    case 'covid':
      return 'covidPeriod';
    case 'appeal':
      return 'appealPeriod';
    case 'specialReasons':
      return isThreeYearsOut(state, lastDay) ? 'threeYears' : 'specialPeriod';
    case undefined:
      return 'twoYears';
  }
}

function isThreeYearsOut(state: CaseState, lastDay: PlainDate): boolean {
  const { absoluteMaxEnd } = duration(state, lastDay);
  return absoluteMaxEnd !== null && isSame(lastDay, absoluteMaxEnd);
}
