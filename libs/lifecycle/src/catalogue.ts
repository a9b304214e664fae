import { addNoteUseCase } from './add-note/index.ts';
import { appealUseCase } from './appeal/index.ts';
import { applyUseCase } from './apply/index.ts';
import { approveUseCase } from './approve/index.ts';
import { assignCaseworkerUseCase } from './assign-caseworker/index.ts';
import { attachDocumentUseCase } from './attach-document/index.ts';
import { changePlanUseCase } from './change-plan/index.ts';
import { chooseLanguageUseCase } from './choose-language/index.ts';
import { claimCostsUseCase } from './claim-costs/index.ts';
import { correctAttendanceUseCase } from './correct-attendance/index.ts';
import { correctFactUseCase } from './correct-fact/index.ts';
import { deductUseCase } from './deduct/index.ts';
import { deferExecutionUseCase } from './defer-execution/index.ts';
import { evaluateUseCase } from './evaluate/index.ts';
import { extendAppealTimeUseCase } from './extend-appeal-time/index.ts';
import { extendUseCase } from './extend/index.ts';
import { forwardAppealUseCase } from './forward-appeal/index.ts';
import { fourEyesUseCase } from './four-eyes/index.ts';
import { giveNoticeUseCase } from './give-notice/index.ts';
import { grantUseCase } from './grant/index.ts';
import { issueCertificateUseCase } from './issue-certificate/index.ts';
import { issueLetterUseCase } from './issue-letter/index.ts';
import type { AnyCaseEvent, AnyCommand, UseCase } from './kernel/definitions.ts';
import type { AnyRefusalDefinition } from './kernel/refusal.ts';
import * as sharedRefusals from './kernel/shared.refusals.ts';
import { mendAppealUseCase } from './mend-appeal/index.ts';
import { notifyDecisionUseCase } from './notify-decision/index.ts';
import { pauseUseCase } from './pause/index.ts';
import { reconsiderUseCase } from './reconsider/index.ts';
import { recordAbsenceUseCase } from './record-absence/index.ts';
import { recordBenefitUseCase } from './record-benefit/index.ts';
import { recordChildUseCase } from './record-child/index.ts';
import { recordHouseholdUseCase } from './record-household/index.ts';
import { recordIntakeUseCase } from './record-intake/index.ts';
import { recordMaintenanceUseCase } from './record-maintenance/index.ts';
import { recordOtherSupportUseCase } from './record-other-support/index.ts';
import { recordOutcomeUseCase } from './record-outcome/index.ts';
import { recordPriorProgrammeUseCase } from './record-prior-programme/index.ts';
import { recordProtectionUseCase } from './record-protection/index.ts';
import { recordStatementUseCase } from './record-statement/index.ts';
import { recordWorkUseCase } from './record-work/index.ts';
import { refuseExtensionUseCase } from './refuse-extension/index.ts';
import { refuseLeaveUseCase } from './refuse-leave/index.ts';
import { registerAttendanceUseCase } from './register-attendance/index.ts';
import { registerPaymentAccountUseCase } from './register-payment-account/index.ts';
import { registerOutcomeUseCase } from './register-outcome/index.ts';
import { claimAbandoned } from './registers/claim-abandoned.events.ts';
import { reinstateUseCase } from './reinstate/index.ts';
import { rejectUseCase } from './reject/index.ts';
import { requestLeaveUseCase } from './request-leave/index.ts';
import { requestReasonsUseCase } from './request-reasons/index.ts';
import { resumeUseCase } from './resume/index.ts';
import { returnProposalUseCase } from './return-proposal/index.ts';
import { reverseUseCase } from './reverse/index.ts';
import { reviewCorrectionUseCase } from './review-correction/index.ts';
import { reviewSelfCertificateUseCase } from './review-self-certificate/index.ts';
import { revokeSelfCertificateUseCase } from './revoke-self-certificate/index.ts';
import { sendInterimReplyUseCase } from './send-interim-reply/index.ts';
import { startUseCase } from './start/index.ts';
import { terminateUseCase } from './terminate/index.ts';
import { tickUseCase } from './tick/index.ts';
import { transferOfficeUseCase } from './transfer-office/index.ts';
import { withdrawAppealUseCase } from './withdraw-appeal/index.ts';
import { withdrawApplicationUseCase } from './withdraw-application/index.ts';
import { withdrawProposalUseCase } from './withdraw-proposal/index.ts';

/** What happens in a case, in the order of a life. */
const LIFE: readonly UseCase[] = [
  applyUseCase,
  assignCaseworkerUseCase,
  transferOfficeUseCase,
  addNoteUseCase,
  chooseLanguageUseCase,
  attachDocumentUseCase,
  issueLetterUseCase,
  sendInterimReplyUseCase,
  withdrawApplicationUseCase,
  grantUseCase,
  rejectUseCase,
  notifyDecisionUseCase,
  extendAppealTimeUseCase,
  requestReasonsUseCase,
  changePlanUseCase,
  startUseCase,
  registerAttendanceUseCase,
  correctAttendanceUseCase,
  recordAbsenceUseCase,
  deductUseCase,
  revokeSelfCertificateUseCase,
  reviewSelfCertificateUseCase,
  evaluateUseCase,
  recordChildUseCase,
  recordWorkUseCase,
  recordBenefitUseCase,
  recordMaintenanceUseCase,
  recordHouseholdUseCase,
  recordIntakeUseCase,
  recordOtherSupportUseCase,
  recordOutcomeUseCase,
  recordPriorProgrammeUseCase,
  recordProtectionUseCase,
  registerPaymentAccountUseCase,
  extendUseCase,
  requestLeaveUseCase,
  refuseExtensionUseCase,
  refuseLeaveUseCase,
  pauseUseCase,
  resumeUseCase,
  giveNoticeUseCase,
  recordStatementUseCase,
  terminateUseCase,
  issueCertificateUseCase,
  tickUseCase,
  fourEyesUseCase,
  approveUseCase,
  returnProposalUseCase,
  withdrawProposalUseCase,
];

const reconsidering = reconsiderUseCase(LIFE);

/** What the decisions of a case can be undone by: those of a life, and what the office decided on appeal. */
const DECIDED: readonly UseCase[] = [...LIFE, reconsidering];

/** The folders of the lifecycle. What sets right what happened is told of every way that something can happen. */
export const USE_CASES: readonly UseCase[] = [
  ...LIFE,
  ...[correctFactUseCase(LIFE), reviewCorrectionUseCase, reverseUseCase(DECIDED)],
  ...[appealUseCase, mendAppealUseCase, withdrawAppealUseCase, reconsidering, forwardAppealUseCase],
  ...[registerOutcomeUseCase(DECIDED), reinstateUseCase, deferExecutionUseCase, claimCostsUseCase],
];

/** Every command by its name. */
export const commands: Readonly<Record<string, AnyCommand>> = index(
  USE_CASES.flatMap(({ command }) => command ?? []),
  ({ name }) => name,
);

/** Every event of a case by its type: these fold into a `CaseState`. */
export const caseEvents: Readonly<Record<string, AnyCaseEvent>> = index(
  [...USE_CASES.flatMap(({ events }) => events), claimAbandoned],
  ({ type }) => type,
);

/** Every way to be refused by its code. */
export const refusals: Readonly<Record<string, AnyRefusalDefinition>> = index(
  [...USE_CASES.flatMap((useCase) => useCase.refusals), ...Object.values(sharedRefusals)],
  ({ code }) => code,
);

/** No prototype: a name from outside such as `constructor` finds nothing. Throws RangeError when two share a key. */
function index<Value>(values: readonly Value[], keyOf: (value: Value) => string): Readonly<Record<string, Value>> {
  const byKey = Object.create(null) as Record<string, Value>;
  for (const value of values) {
    const key = keyOf(value);
    if (key in byKey) throw new RangeError(`Two definitions are called ${key}.`);
    byKey[key] = value;
  }
  return Object.freeze(byKey);
}
