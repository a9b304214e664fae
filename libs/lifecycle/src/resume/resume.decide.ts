import { type PlainDate, date, dayBefore, iso, isAfter } from '@kvp/calendar';
import type { Law } from '@kvp/rulebook';
import type { Context, Decision } from '../kernel/command.ts';
import { decideWhen, inProgramme, notTooFarAhead } from '../kernel/guards.ts';
import { type Refusal, inTurn, refusalsOf, refuse } from '../kernel/refusal.ts';
import type { CaseState } from '../kernel/state.ts';
import { daysBeyond } from '../timeline/quota.ts';
import { duration } from '../timeline/duration.ts';
import { withinInterruptionYear } from '../timeline/interruption.ts';
import { leaveRight } from '../pause/leave-right.ts';
import type { ResumeProgramme } from './resume.command.ts';
import { type ProgrammeResumed, isResumedBy, withReturn } from './resume.events.ts';
import { notPaused, returnedAlready } from './resume.refusals.ts';

/** There must be something to come back from, and for an interruption no more than a year may have passed. STL § 34. */
export function resumeMoment(state: CaseState, on: PlainDate, law: Law): readonly Refusal[] {
  const isAway = state.pauses.some((pause) => isResumedBy(pause, on));
  return inTurn(inProgramme(state, on), isAway ? withinInterruptionYear(state, dayBefore(on), on, law) : refuse(notPaused, []));
}

/**
 * Registers the first day back, today, before, or decided ahead. The day that counts is the day of the return, not of its
 * registration. Decided points 6, 17 and 39.
 */
export function decideResume(state: CaseState, { resumedOn }: ResumeProgramme, context: Context): Decision {
  const on = date(resumedOn);
  if (isKnown(state, on)) return { events: [] };
  return decideWhen(
    resumeMoment(state, on, context.law),
    () => refusalsOf(notTooFarAhead(on, context.today), backAlready(state, on, context.today)),
    () => resumed(state, on, context),
  );
}

/** The same return, sent again: nobody who is away then comes back by it. */
const isKnown = ({ pauses }: CaseState, on: PlainDate): boolean =>
  pauses.some((pause) => pause.resumedOn?.equals(on)) && !pauses.some((pause) => isResumedBy(pause, on));

/** A return that was decided ahead may come earlier; one that has been is a fact, and is corrected, not told over again. */
function backAlready({ pauses }: CaseState, on: PlainDate, today: PlainDate): Refusal | undefined {
  const closed = pauses.find((pause) => pause.resumedOn !== null && !isAfter(pause.resumedOn, today) && isResumedBy(pause, on));
  return closed?.resumedOn == null ? undefined : refuse(returnedAlready, [closed.resumedOn]);
}

function resumed(state: CaseState, on: PlainDate, context: Context): readonly ProgrammeResumed[] {
  const beyond = daysBeyondQuota(state, on, context);
  const { maxEnd, absoluteMaxEnd } = duration(withReturn(state, on), on);
  if (maxEnd === null || absoluteMaxEnd === null) return [];
  return [
    {
      type: 'ProgrammeResumed',
      version: 1,
      data: {
        resumedOn: iso(on),
        maxEnd: iso(maxEnd),
        absoluteMaxEnd: iso(absoluteMaxEnd),
        ...(beyond === 0 ? {} : { daysBeyondQuota: beyond }),
      },
      personal: null,
    },
  ];
}

/** Days of the leave that ends now for which there was no quota left: it lasted longer than planned, or had no planned end. */
function daysBeyondQuota(state: CaseState, on: PlainDate, { law, today }: Context): number {
  const ending = state.pauses.filter((pause) => pause.withStipend && isResumedBy(pause, on));
  const beyond = ending.map((pause) => {
    const right = leaveRight(pause.provision, law);
    if (right === undefined || right.quota === null) return 0;
    const others = { ...state, pauses: state.pauses.filter((other) => other !== pause) };
    return daysBeyond(others, { ...right, quota: right.quota }, { from: pause.from, to: dayBefore(on) }, today);
  });
  return beyond.reduce((sum, days) => sum + days, 0);
}
