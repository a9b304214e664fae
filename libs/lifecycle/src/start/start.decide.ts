import { type PlainDate, date, daysInclusive, isAfter, isBefore, iso, lastDayOfYears } from '@kvp/calendar';
import type { Law } from '@kvp/rulebook';
import { lastStartDay } from '../grant/start-deadline.ts';
import type { Context, Decision } from '../kernel/command.ts';
import { decideWhen, hasHappened, isGranted, notWithdrawn } from '../kernel/guards.ts';
import { type Refusal, inTurn, refusalsOf, refuse } from '../kernel/refusal.ts';
import { endAlreadyDecided } from '../kernel/shared.refusals.ts';
import type { CaseState, Start } from '../kernel/state.ts';
import { countsFrom } from '../timeline/counts-from.ts';
import { daysToUse } from '../timeline/used-before.ts';
import type { StartProgramme } from './start.command.ts';
import type { ProgrammeStarted } from './start.events.ts';
import * as refusals from './start.refusals.ts';

/** The programme must be granted and not started, and the application not withdrawn since. */
export const startMoment = (state: CaseState): readonly Refusal[] =>
  inTurn(notWithdrawn(state), isGranted(state), state.start !== null && refuse(refusals.alreadyStarted, []));

/** Registers the actual start. After the deadline it is accepted and recorded as a breach. STL § 31; decided points 7 and 13. */
export function decideStart(state: CaseState, command: StartProgramme, { today, law }: Context): Decision {
  const on = date(command.startedOn);
  return decideWhen(
    startMoment(state),
    () => {
      const granted = state.grant?.period;
      if (granted === undefined) return [];
      return refusalsOf(
        hasHappened(on, today),
        isBefore(on, granted.from) && refuse(refusals.startsBeforePlanned, [granted.from]),
        isAfter(on, granted.to) && refuse(refusals.startsAfterPeriod, [granted.to]),
        daysToUse(state, limitsFrom(on, law)).ordinary === 0 && refuse(refusals.noDaysLeft, []),
        // Only a corrected start meets an end that is decided already.
        state.end !== null && isAfter(on, state.end.lastDay) && refuse(endAlreadyDecided, [state.end.lastDay]),
      );
    },
    () => {
      const from = countsFrom(state);
      return from === null ? [] : [started(on, lastStartDay(from, law), law)];
    },
  );
}

/** The limits in days are fixed at the start: from it to start + n years − 1 day. */
function limitsFrom(on: PlainDate, { duration: { ordinaryYears, absoluteYears } }: Law): Pick<Start, 'ordinaryDays' | 'absoluteDays'> {
  const days = (years: number): number => daysInclusive(on, lastDayOfYears(on, years));
  return { ordinaryDays: days(ordinaryYears.value), absoluteDays: days(absoluteYears.value) };
}

const started = (on: PlainDate, startBy: PlainDate, law: Law): ProgrammeStarted => ({
  type: 'ProgrammeStarted',
  version: 1,
  data: { startedOn: iso(on), late: isAfter(on, startBy), startBy: iso(startBy), ...limitsFrom(on, law) },
  personal: null,
});
