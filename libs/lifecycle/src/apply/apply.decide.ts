import { type PlainDate, date, isAfter, isBefore } from '@kvp/calendar';
import { SCHEME_BORN } from '@kvp/rulebook';
import type { Context, Decision } from '../kernel/command.ts';
import { decideWhen, hasHappened } from '../kernel/guards.ts';
import { type Refusal, refusalsOf, refuse } from '../kernel/refusal.ts';
import { alreadyRegistered, caseAbandoned } from '../kernel/shared.refusals.ts';
import type { CaseState } from '../kernel/state.ts';
import type { ApplyForProgramme } from './apply.command.ts';
import type { ApplicationRegistered } from './apply.events.ts';
import { applicationOpen, beforeScheme, bornAfterApplying } from './apply.refusals.ts';

/** A case takes one application, and a person has one open case in a municipality. Decided point 24. */
export const applyMoment = (state: CaseState, { applicant }: Context): readonly Refusal[] =>
  refusalsOf(
    state.abandoned && refuse(caseAbandoned, []),
    state.application !== null && refuse(alreadyRegistered, []),
    applicant?.openCase === true && refuse(applicationOpen, []),
  );

/**
 * Registers an application. STL § 31: the day it was received is legally decisive. Throws TypeError when the caller did not say
 * who the applicant is.
 */
export function decideApply(state: CaseState, command: ApplyForProgramme, context: Context): Decision {
  const received = date(command.receivedOn);
  return decideWhen(
    applyMoment(state, context),
    () => applicationLimits(received, date(command.birthDate), context.today),
    () => [registered(command, context)],
  );
}

/** What holds for any application, registered or corrected. */
export const applicationLimits = (received: PlainDate, birthDate: PlainDate, today: PlainDate): readonly Refusal[] =>
  refusalsOf(
    hasHappened(received, today),
    isBefore(received, SCHEME_BORN) && refuse(beforeScheme, []),
    isAfter(birthDate, received) && refuse(bornAfterApplying, []),
  );

function registered(
  { receivedOn, channel = 'digital', birthDate }: ApplyForProgramme,
  { applicant, actor }: Context,
): ApplicationRegistered {
  if (applicant === undefined) throw new TypeError('An application needs an applicant in its context.');
  return {
    type: 'ApplicationRegistered',
    version: 1,
    data: { personId: applicant.personId, receivedOn, channel },
    personal: { birthDate, municipality: actor.municipality, office: actor.office },
  };
}
