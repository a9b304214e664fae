import { type PlainDate, date, dayBefore, isBefore, latest, reachesAge } from '@kvp/calendar';
import { type Law, UPPER_AGE } from '@kvp/rulebook';
import { type Refusal, refuse } from '../kernel/refusal.ts';
import type { CaseState } from '../kernel/state.ts';
import { duration } from '../timeline/duration.ts';
import { interruptedSince, latestReturn } from '../timeline/interruption.ts';
import type { TerminateProgramme } from './terminate.command.ts';
import { groundNotThere } from './terminate.refusals.ts';

/** A ground that counting decides is there on the last day or it is not; what is left to judgement is not looked at here. */
export function groundIsThere(state: CaseState, command: TerminateProgramme, decidedOn: PlainDate, law: Law): Refusal | undefined {
  const lastDay = date(command.lastDay);
  switch (command.reason) {
    case 'interruptedOneYear': {
      const since = interruptedSince(state, lastDay);
      const year = since === undefined ? undefined : latestReturn(since, law);
      // The year may be over when it is decided, though the last day is set within it.
      return notBefore(latest(lastDay, decidedOn), year, law.interruption.maximumYears.provision);
    }
    case 'maximumReached':
      return notBefore(lastDay, duration(state, lastDay).maxEnd ?? undefined, law.duration.ordinaryYears.provision);
    case 'turned67':
      return notBefore(lastDay, lastDayUnder67(state), law.entry.upperAge.provision);
    default:
      return undefined;
  }
}

const notBefore = (day: PlainDate, from: PlainDate | undefined, provision: string): Refusal | undefined =>
  from === undefined || isBefore(day, from) ? refuse(groundNotThere, [from ?? null], provision) : undefined;

const lastDayUnder67 = ({ application }: CaseState): PlainDate | undefined =>
  application === null ? undefined : dayBefore(reachesAge(application.birthDate, UPPER_AGE));
