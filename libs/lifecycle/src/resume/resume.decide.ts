import { type PlainDate, date, dayBefore, iso } from '@kvp/calendar';
import type { Law } from '@kvp/rulebook';
import type { Context, Decision } from '../kernel/command.ts';
import { decideWhen, inProgramme } from '../kernel/guards.ts';
import { type Refusal, refusalsOf, refuse } from '../kernel/refusal.ts';
import type { CaseState } from '../kernel/state.ts';
import { duration } from '../timeline/duration.ts';
import { withinInterruptionYear } from '../timeline/interruption.ts';
import type { ResumeProgramme } from './resume.command.ts';
import { type ProgrammeResumed, isResumedBy, withReturn } from './resume.events.ts';
import { notPaused } from './resume.refusals.ts';

/** There must be something to come back from, and for an interruption no more than a year may have passed. STL § 34. */
export function resumeMoment(state: CaseState, on: PlainDate, law: Law): readonly Refusal[] {
  const present = inProgramme(state, on);
  if (present.length > 0) return present;
  if (!state.pauses.some((pause) => isResumedBy(pause, on))) return [refuse(notPaused, [])];
  return refusalsOf(withinInterruptionYear(state, dayBefore(on), on, law));
}

/**
 * Registers the first day back, today, before, or decided ahead. The day that counts is the day of the return, not of its
 * registration. Decided points 6, 17 and 39.
 */
export function decideResume(state: CaseState, { resumedOn }: ResumeProgramme, { law }: Context): Decision {
  const on = date(resumedOn);
  return decideWhen(
    resumeMoment(state, on, law),
    () => [],
    () => resumed(state, on),
  );
}

function resumed(state: CaseState, on: PlainDate): readonly ProgrammeResumed[] {
  const { maxEnd, absoluteMaxEnd } = duration(withReturn(state, on), on);
  if (maxEnd === null || absoluteMaxEnd === null) return [];
  return [
    {
      type: 'ProgrammeResumed',
      version: 1,
      data: { resumedOn: iso(on), maxEnd: iso(maxEnd), absoluteMaxEnd: iso(absoluteMaxEnd) },
      personal: null,
    },
  ];
}
