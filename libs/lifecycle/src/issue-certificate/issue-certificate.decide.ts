import { type PlainDate, isBefore, isSame, iso } from '@kvp/calendar';
import type { Context, Decision } from '../kernel/command.ts';
import { dateOr } from '../kernel/fields.ts';
import { decideWhen, hasHappened, isRegistered } from '../kernel/guards.ts';
import { type Refusal, inTurn, refusalsOf, refuse } from '../kernel/refusal.ts';
import type { CaseState } from '../kernel/state.ts';
import { phase } from '../timeline/phase.ts';
import type { IssueCertificate } from './issue-certificate.command.ts';
import type { CertificateIssued } from './issue-certificate.events.ts';
import * as refusals from './issue-certificate.refusals.ts';

/** Who has taken part gets it: when an end is decided, though it lie ahead, or when the programme has ended by itself. Once. */
export function certificateMoment(state: CaseState, on: PlainDate): readonly Refusal[] {
  const { certificateIssuedOn: issuedOn, start } = state;
  const isDue = start !== null && isEnding(state, on);
  return inTurn(
    isRegistered(state),
    issuedOn === null ? !isDue && refuse(refusals.endNotDecided, [on]) : refuse(refusals.certificateAlreadyIssued, [issuedOn]),
  );
}

const isEnding = (state: CaseState, on: PlainDate): boolean =>
  state.end === null ? phase(state, on) === 'ended' : !isBefore(on, state.end.decidedOn);

/** Issues the certificate of participation. KVPF § 1. */
export function decideIssueCertificate(state: CaseState, command: IssueCertificate, { today }: Context): Decision {
  const on = dateOr(command.issuedOn, today);
  if (state.certificateIssuedOn !== null && isSame(state.certificateIssuedOn, on)) return { events: [] };
  return decideWhen(
    certificateMoment(state, on),
    () => refusalsOf(hasHappened(on, today)),
    (): [CertificateIssued] => [{ type: 'CertificateIssued', version: 1, data: { issuedOn: iso(on) }, personal: null }],
  );
}
