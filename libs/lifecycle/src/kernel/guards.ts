import { type PlainDate, isAfter, isBefore } from '@kvp/calendar';
import { isInProgramme } from '../timeline/phase.ts';
import type { Decision } from './command.ts';
import type { DomainEvent } from './event.ts';
import { type DecisionFacts, decisionDay } from './fields.ts';
import { type Refusal, inTurn, refusalsOf, refuse } from './refusal.ts';
import * as shared from './shared.refusals.ts';
import type { CaseState } from './state.ts';

/** The case must have been registered, and not given up for another. */
export function isRegistered({ application, abandoned }: CaseState): readonly Refusal[] {
  if (abandoned) return [refuse(shared.caseAbandoned, [])];
  return application === null ? [refuse(shared.caseNotFound, [])] : [];
}

/** The application must have been registered, and not withdrawn. */
export function notWithdrawn(state: CaseState): readonly Refusal[] {
  const { withdrawnOn } = state.handling;
  return inTurn(isRegistered(state), withdrawnOn !== null && refuse(shared.applicationWithdrawn, [withdrawnOn]));
}

/** The application must still be waiting for its decision, whatever day that decision bears. */
export const awaitsDecision = (state: CaseState): readonly Refusal[] =>
  inTurn(notWithdrawn(state), (state.grant !== null || state.rejection !== null) && refuse(shared.alreadyDecided, []));

/** The programme must have been granted. */
export const isGranted = (state: CaseState): readonly Refusal[] =>
  inTurn(isRegistered(state), state.grant === null && refuse(shared.notGranted, []));

/** The person must be in the programme on the day: running, on leave or interrupted. */
export const inProgramme = (state: CaseState, on: PlainDate): readonly Refusal[] =>
  inTurn(isGranted(state), !isInProgramme(state, on) && refuse(shared.notInProgramme, [on]));

/** A decision is made today, or earlier for a stated reason. */
export function datedDecision(facts: DecisionFacts, today: PlainDate): Refusal | undefined {
  const day = decisionDay(facts, today);
  if (isAfter(day, today)) return refuse(shared.decidedInFuture, []);
  return isBefore(day, today) && isBlank(facts.backdatingReason) ? refuse(shared.backdatingReasonRequired, []) : undefined;
}

/** A period may not end before it starts. */
export const endsAfterStart = (from: PlainDate, to: PlainDate | null): Refusal | undefined =>
  to !== null && isBefore(to, from) ? refuse(shared.endsBeforeStart, [from]) : undefined;

/** A fact must have happened before it is registered. */
export const hasHappened = (day: PlainDate, today: PlainDate): Refusal | undefined =>
  isAfter(day, today) ? refuse(shared.inFuture, [day]) : undefined;

/** How many years ahead anything in a case may begin: beyond that the year is mistyped. Our choice, the law has none. */
const MOST_YEARS_AHEAD = 10;

/** No programme lasts so long that a day so far ahead means anything in it. */
export function notTooFarAhead(day: PlainDate, today: PlainDate): Refusal | undefined {
  const furthest = today.add({ years: MOST_YEARS_AHEAD });
  return isAfter(day, furthest) ? refuse(shared.tooFarAhead, [furthest]) : undefined;
}

/** Nothing in the case happened before it began. */
const sinceApplication = ({ application }: CaseState, day: PlainDate): Refusal | undefined =>
  application !== null && isBefore(day, application.receivedOn) ? refuse(shared.beforeApplication, [application.receivedOn]) : undefined;

/** A fact of the case: it has happened, and since the application came. */
export const dated = (state: CaseState, day: PlainDate, today: PlainDate): readonly Refusal[] =>
  refusalsOf(hasHappened(day, today), sinceApplication(state, day));

/** A reason in words. FVL § 25. */
export const justified = ({ justification }: { readonly justification?: string }): Refusal | undefined =>
  isBlank(justification) ? refuse(shared.justificationRequired, []) : undefined;

export const isBlank = (text: string | undefined): boolean => text === undefined || text.trim() === '';

/** Is it the right moment? Only then are the limits looked at, and all that are passed are told together. */
export function decideWhen(moment: readonly Refusal[], limits: () => readonly Refusal[], events: () => readonly DomainEvent[]): Decision {
  if (moment.length > 0) return { refusals: moment };
  const refusals = limits();
  return refusals.length > 0 ? { refusals } : { events: events() };
}
