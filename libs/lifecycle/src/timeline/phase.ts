import { type PlainDate, contains, isAfter, isBefore } from '@kvp/calendar';
import type { CaseState, LegalForm, Pause, Phase } from '../kernel/state.ts';
import { decidedUntil, lastDayByLaw } from './duration.ts';

/**
 * Where the case stands on a day; null when there was no application. A pause, a return or an end that was decided ahead takes
 * effect on its own date; an application that was withdrawn has ended from that day on; a programme that was reinstated on appeal was not
 * there on the days between. Decided points 5, 19 and 39.
 */
export function phase(state: CaseState, on: PlainDate): Phase | null {
  const { application, rejection, grant, start, end } = state;
  const { withdrawnOn } = state.handling;
  if (application === null) return null;
  if (withdrawnOn !== null && !isBefore(on, withdrawnOn)) return 'ended';
  if (rejection !== null && !isBefore(on, rejection.decidedOn)) return 'rejected';
  if (start === null || isBefore(on, start.on)) return grant === null || isBefore(on, grant.decidedOn) ? 'applied' : 'granted';
  if (end !== null && isAfter(on, end.lastDay)) return 'ended';
  if (state.outside.some((days) => contains(days, on))) return 'ended';
  if (hasEndedByLaw(state, on)) return 'ended';
  const pause = activePause(state, on);
  if (pause === undefined) return 'running';
  return pause.legalForm === 'INTERRUPTION' ? 'interrupted' : 'onLeave';
}

/** Started and not ended: running, on leave or interrupted. */
export const isInProgramme = (state: CaseState, on: PlainDate): boolean => {
  const at = phase(state, on);
  return at === 'running' || at === 'onLeave' || at === 'interrupted';
};

/** Applied and neither rejected, withdrawn nor ended: the person can have no second case in the municipality. Decided point 24. */
export function isOpen(state: CaseState, on: PlainDate): boolean {
  const at = phase(state, on);
  return !state.abandoned && at !== null && at !== 'rejected' && at !== 'ended';
}

/** The programme has ended by itself. Before its maximum it does not: then a decision is missing. KVPF § 2; decided point 5. */
function hasEndedByLaw(state: CaseState, on: PlainDate): boolean {
  const last = lastDayByLaw(state, on);
  return last !== null && isAfter(on, last);
}

/** No decision covers the day, though the programme goes on: a breach of KVPF § 2. */
export function isDecisionMissing(state: CaseState, on: PlainDate): boolean {
  const until = decidedUntil(state);
  return until !== null && isAfter(on, until) && isInProgramme(state, on);
}

const PRECEDENCE: readonly LegalForm[] = ['INTERRUPTION', 'LEAVE_WITHOUT_STIPEND', 'LEAVE_WITH_STIPEND'];

/** The pause that decides a day's state: of several, the interruption, then leave without stipend. Rulebook § 9.10. */
export function activePause(state: Pick<CaseState, 'pauses'>, on: PlainDate): Pause | undefined {
  if (state.pauses.length === 0) return undefined;
  const open = state.pauses.filter((pause) => isPausedOn(pause, on));
  return PRECEDENCE.map((form) => open.find(({ legalForm }) => legalForm === form)).find((pause) => pause !== undefined);
}

/** A pause lasts from its first day until the day before the first day back. Decided point 6. */
export const isPausedOn = ({ from, resumedOn }: Pause, on: PlainDate): boolean =>
  !isAfter(from, on) && (resumedOn === null || isBefore(on, resumedOn));
