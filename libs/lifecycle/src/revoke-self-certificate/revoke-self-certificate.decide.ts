import { type PlainDate, date, isAfter, isBefore, iso } from '@kvp/calendar';
import type { SelfCertificate } from '@kvp/rulebook';
import type { Context, Decision } from '../kernel/command.ts';
import { backdating, decisionDay } from '../kernel/fields.ts';
import { datedDecision, decideWhen, inProgramme, justified } from '../kernel/guards.ts';
import { type Refusal, inTurn, refusalsOf, refuse } from '../kernel/refusal.ts';
import type { CaseState } from '../kernel/state.ts';
import { selfCertificatesCounted } from '../record-absence/self-certificate.ts';
import type { RevokeSelfCertificate } from './revoke-self-certificate.command.ts';
import type { SelfCertificateRevoked } from './revoke-self-certificate.events.ts';
import * as refusals from './revoke-self-certificate.refusals.ts';

/** In the programme, with the right still there. */
export function revokeMoment(state: CaseState, on: PlainDate): readonly Refusal[] {
  const lost = state.absences.selfCertificateLosses.find(({ restoredOn }) => restoredOn === null);
  return inTurn(inProgramme(state, on), lost !== undefined && refuse(refusals.lostAlready, [lost.from]));
}

/** Takes away the right to certify one's own illness, once the participant was heard. KVPF § 8; decided point 36. */
export function decideRevokeSelfCertificate(state: CaseState, command: RevokeSelfCertificate, { today, law }: Context): Decision {
  const decidedOn = decisionDay(command, today);
  const { value: rule, provision } = law.absence.selfCertificate;
  return decideWhen(
    revokeMoment(state, decidedOn),
    () =>
      refusalsOf(
        datedDecision(command, today),
        justified(command),
        (command.heardOn === undefined || isAfter(date(command.heardOn), decidedOn)) && refuse(refusals.notHeard, []),
        isBefore(date(command.from), decidedOn) && refuse(refusals.lostBackwards, [decidedOn]),
        inProgramme(state, date(command.from)),
        rule === null ? refuse(refusals.noSelfCertificateRule, [], provision) : groundFault(state, command, rule, decidedOn),
      ),
    () => (rule === null ? [] : [revoked(command, rule, today)]),
  );
}

function groundFault(
  state: CaseState,
  { ground }: RevokeSelfCertificate,
  { lossAfter }: SelfCertificate,
  on: PlainDate,
): Refusal | undefined {
  const counted = selfCertificatesCounted(state, on);
  return ground === 'fourTimes' && counted < lossAfter ? refuse(refusals.tooFewSelfCertificates, [counted, lossAfter]) : undefined;
}

function revoked(command: RevokeSelfCertificate, { reviewMonths }: SelfCertificate, today: PlainDate): SelfCertificateRevoked {
  const { from, ground, heardOn, justification = '' } = command;
  const decidedOn = decisionDay(command, today);
  return {
    type: 'SelfCertificateRevoked',
    version: 1,
    data: { decidedOn: iso(decidedOn), from, reviewBy: iso(decidedOn.add({ months: reviewMonths })) },
    personal: { ground, heardOn: heardOn ?? iso(decidedOn), justification, ...backdating(command, today) },
  };
}
