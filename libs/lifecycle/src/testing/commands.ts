import { addNote as addNoteDefinition } from '../add-note/add-note.command.ts';
import { apply as applyDefinition } from '../apply/apply.command.ts';
import { assignCaseworker as assignCaseworkerDefinition } from '../assign-caseworker/assign-caseworker.command.ts';
import { changePlan as changePlanDefinition } from '../change-plan/change-plan.command.ts';
import { attachDocument as attachDocumentDefinition } from '../attach-document/attach-document.command.ts';
import { chooseLanguage as chooseLanguageDefinition } from '../choose-language/choose-language.command.ts';
import { issueLetter as issueLetterDefinition } from '../issue-letter/issue-letter.command.ts';
import { approve as approveDefinition } from '../approve/approve.command.ts';
import { evaluate as evaluateDefinition } from '../evaluate/evaluate.command.ts';
import { commands } from '../catalogue.ts';
import type { CorrectFact } from '../correct-fact/correct-fact.command.ts';
import { extend as extendDefinition } from '../extend/extend.command.ts';
import { giveNotice as giveNoticeDefinition } from '../give-notice/give-notice.command.ts';
import { grant as grantDefinition } from '../grant/grant.command.ts';
import { issueCertificate as issueCertificateDefinition } from '../issue-certificate/issue-certificate.command.ts';
import type { CommandDefinition } from '../kernel/command.ts';
import type { AnyCommand } from '../kernel/definitions.ts';
import type { CaseState } from '../kernel/state.ts';
import { notifyDecision as notifyDecisionDefinition } from '../notify-decision/notify-decision.command.ts';
import { pause as pauseDefinition } from '../pause/pause.command.ts';
import { recordAbsence as recordAbsenceDefinition } from '../record-absence/record-absence.command.ts';
import { recordBenefit as recordBenefitDefinition } from '../record-benefit/record-benefit.command.ts';
import { recordChild as recordChildDefinition } from '../record-child/record-child.command.ts';
import { recordHousehold as recordHouseholdDefinition } from '../record-household/record-household.command.ts';
import { recordIntake as recordIntakeDefinition } from '../record-intake/record-intake.command.ts';
import { recordMaintenance as recordMaintenanceDefinition } from '../record-maintenance/record-maintenance.command.ts';
import { recordOtherSupport as recordOtherSupportDefinition } from '../record-other-support/record-other-support.command.ts';
import { recordOutcome as recordOutcomeDefinition } from '../record-outcome/record-outcome.command.ts';
import { recordPriorProgramme as recordPriorProgrammeDefinition } from '../record-prior-programme/record-prior-programme.command.ts';
import { recordWork as recordWorkDefinition } from '../record-work/record-work.command.ts';
import { recordStatement as recordStatementDefinition } from '../record-statement/record-statement.command.ts';
import { registerAttendance as registerAttendanceDefinition } from '../register-attendance/register-attendance.command.ts';
import { reject as rejectDefinition } from '../reject/reject.command.ts';
import { refuseLeave as refuseLeaveDefinition } from '../refuse-leave/refuse-leave.command.ts';
import { requestLeave as requestLeaveDefinition } from '../request-leave/request-leave.command.ts';
import { correctAttendance as correctAttendanceDefinition } from '../correct-attendance/correct-attendance.command.ts';
import { deduct as deductDefinition } from '../deduct/deduct.command.ts';
import { reviewSelfCertificate as reviewSelfCertificateDefinition } from '../review-self-certificate/review-self-certificate.command.ts';
import { revokeSelfCertificate as revokeSelfCertificateDefinition } from '../revoke-self-certificate/revoke-self-certificate.command.ts';
import { resume as resumeDefinition } from '../resume/resume.command.ts';
import type { ReverseDecision } from '../reverse/reverse.command.ts';
import { reviewCorrection as reviewCorrectionDefinition } from '../review-correction/review-correction.command.ts';
import { sendInterimReply as sendInterimReplyDefinition } from '../send-interim-reply/send-interim-reply.command.ts';
import { returnProposal as returnProposalDefinition } from '../return-proposal/return-proposal.command.ts';
import { start as startDefinition } from '../start/start.command.ts';
import { terminate as terminateDefinition } from '../terminate/terminate.command.ts';
import { withdrawProposal as withdrawProposalDefinition } from '../withdraw-proposal/withdraw-proposal.command.ts';
import { transferOffice as transferOfficeDefinition } from '../transfer-office/transfer-office.command.ts';
import { withdrawApplication as withdrawApplicationDefinition } from '../withdraw-application/withdraw-application.command.ts';

/** A command as a test asks for it. */
export interface Asked {
  readonly definition: AnyCommand;
  readonly body: object;
}

/** What a test does not say is filled in as `kvp play` does, so that only what it says decides. */
const ask =
  <Command extends object>(definition: CommandDefinition<Command, CaseState>) =>
  (facts: Command): Asked => ({ definition, body: { ...definition.fillIn?.(facts), ...facts } });

/** An application of the example's applicant, with what the test is about put in. */
export const apply = (facts: Partial<typeof applyDefinition.example> = {}): Asked =>
  ask(applyDefinition)({ ...applyDefinition.example, ...facts });
export const sendInterimReply = ask(sendInterimReplyDefinition);
export const withdrawApplication = ask(withdrawApplicationDefinition);
export const transferOffice = ask(transferOfficeDefinition);
export const addNote = ask(addNoteDefinition);
export const chooseLanguage = ask(chooseLanguageDefinition);
export const attachDocument = ask(attachDocumentDefinition);
export const issueLetter = ask(issueLetterDefinition);
export const grant = ask(grantDefinition);
export const assignCaseworker = ask(assignCaseworkerDefinition);
export const reject = ask(rejectDefinition);
export const notifyDecision = ask(notifyDecisionDefinition);
export const changePlan = ask(changePlanDefinition);
export const start = ask(startDefinition);
export const registerAttendance = ask(registerAttendanceDefinition);
export const evaluate = ask(evaluateDefinition);
export const recordAbsence = ask(recordAbsenceDefinition);
export const recordChild = ask(recordChildDefinition);
export const recordWork = ask(recordWorkDefinition);
export const recordBenefit = ask(recordBenefitDefinition);
export const recordMaintenance = ask(recordMaintenanceDefinition);
export const recordHousehold = ask(recordHouseholdDefinition);
export const recordIntake = ask(recordIntakeDefinition);
export const recordOtherSupport = ask(recordOtherSupportDefinition);
export const recordOutcome = ask(recordOutcomeDefinition);
export const recordPriorProgramme = ask(recordPriorProgrammeDefinition);
export const extend = ask(extendDefinition);
export const pause = ask(pauseDefinition);
export const correctAttendance = ask(correctAttendanceDefinition);
export const deduct = ask(deductDefinition);
export const revokeSelfCertificate = ask(revokeSelfCertificateDefinition);
export const reviewSelfCertificate = ask(reviewSelfCertificateDefinition);
export const requestLeave = ask(requestLeaveDefinition);
export const refuseLeave = ask(refuseLeaveDefinition);
export const resume = ask(resumeDefinition);
export const giveNotice = ask(giveNoticeDefinition);
export const recordStatement = ask(recordStatementDefinition);
export const terminate = ask(terminateDefinition);
export const issueCertificate = ask(issueCertificateDefinition);
export const approve = ask(approveDefinition);
export const returnProposal = ask(returnProposalDefinition);
export const withdrawProposal = ask(withdrawProposalDefinition);
export const correctFact = ask(commands['correctFact'] as CommandDefinition<CorrectFact, CaseState>);
export const reviewCorrection = ask(reviewCorrectionDefinition);
export const reverse = ask(commands['reverse'] as CommandDefinition<ReverseDecision, CaseState>);
