import { type PlainDate, isAfter, isBefore, iso } from '@kvp/calendar';
import type { Context, Decision } from '../kernel/command.ts';
import { backdating, dateOr, decisionDay } from '../kernel/fields.ts';
import { datedDecision, decideWhen, inProgramme, justified } from '../kernel/guards.ts';
import { type Refusal, inTurn, refusalsOf, refuse } from '../kernel/refusal.ts';
import type { CaseState } from '../kernel/state.ts';
import type { SelfCertificateLoss } from '../kernel/state/absences.ts';
import type { ReviewSelfCertificate } from './review-self-certificate.command.ts';
import type { SelfCertificateLossKept, SelfCertificateRestored } from './review-self-certificate.events.ts';
import * as refusals from './review-self-certificate.refusals.ts';

/** How long a loss that stands goes until it is looked at again, where the law of the day has no rule any more. */
const REVIEW_MONTHS = 6;

const lossOf = ({ absences }: CaseState): SelfCertificateLoss | undefined =>
  absences.selfCertificateLosses.find(({ restoredOn }) => restoredOn === null);

/** In the programme, without the right. */
export const reviewMoment = (state: CaseState, on: PlainDate): readonly Refusal[] =>
  inTurn(inProgramme(state, on), lossOf(state) === undefined && refuse(refusals.nothingToReview, []));

/** Looks again at a lost right; too late is better than never, and said. KVPF § 8. */
export function decideReviewSelfCertificate(state: CaseState, command: ReviewSelfCertificate, { today, law }: Context): Decision {
  const loss = lossOf(state);
  const restoredOn = restoredFrom(command, today);
  return decideWhen(
    reviewMoment(state, decisionDay(command, today)),
    () =>
      refusalsOf(
        datedDecision(command, today),
        command.outcome === 'kept' && justified(command),
        command.outcome === 'restored' &&
          loss !== undefined &&
          isBefore(restoredOn, loss.from) &&
          refuse(refusals.restoredBeforeLoss, [loss.from]),
      ),
    () => (loss === undefined ? [] : [reviewed(loss, command, today, law.absence.selfCertificate.value?.reviewMonths ?? REVIEW_MONTHS)]),
  );
}

const restoredFrom = (command: ReviewSelfCertificate, today: PlainDate): PlainDate =>
  dateOr(command.restoredOn, decisionDay(command, today));

function reviewed(
  loss: SelfCertificateLoss,
  command: ReviewSelfCertificate,
  today: PlainDate,
  months: number,
): SelfCertificateLossKept | SelfCertificateRestored {
  const decidedOn = decisionDay(command, today);
  const data = { decidedOn: iso(decidedOn), loss: loss.recordedIn, late: isAfter(decidedOn, loss.reviewBy) };
  const { justification } = command;
  const personal = { ...(justification === undefined ? {} : { justification }), ...backdating(command, today) };
  return command.outcome === 'kept'
    ? { type: 'SelfCertificateLossKept', version: 1, data: { ...data, reviewBy: iso(decidedOn.add({ months })) }, personal }
    : { type: 'SelfCertificateRestored', version: 1, data: { ...data, restoredOn: iso(restoredFrom(command, today)) }, personal };
}
