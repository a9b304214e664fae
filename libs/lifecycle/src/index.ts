export { USE_CASES, caseEvents, commands, refusals } from './catalogue.ts';
export { UnknownEventType, evolve, evolveBy, foldCase, upcastBy } from './evolve.ts';
export type { Difference } from './four-eyes/differences.ts';
export { type DecisionProposed, isDecisionProposed, outcomeOf } from './four-eyes/four-eyes.events.ts';
export { decideUnderPolicy, needsApproval } from './four-eyes/propose.ts';
export { type Review, reviewOf } from './four-eyes/review.ts';
export { MISSING_TEXT, type MissingPart, missingInAppealFile } from './forward-appeal/completeness.ts';
export { lastStartDay } from './grant/start-deadline.ts';
export { isAccountNumber } from './kernel/account-number.ts';
export type { Actor, Applicant, CommandDefinition, Context, Decision, Role } from './kernel/command.ts';
export { type AnyCaseEvent, type AnyCommand, type AnyEvent, type UseCase, defineCommand } from './kernel/definitions.ts';
export type { DomainEvent, EventDefinition, ReadModelName } from './kernel/event.ts';
export * from './kernel/policy.ts';
export type { AnyRefusalDefinition, Refusal, RefusalDefinition } from './kernel/refusal.ts';
export * from './kernel/state.ts';
export type * from './kernel/state/absences.ts';
export * from './kernel/state/appeals.ts';
export type * from './kernel/state/circumstances.ts';
export { CLOCK } from './kernel/state/clock-records.ts';
export type { FactCorrection, RecordedFact } from './kernel/state/corrections.ts';
export { COMMAND_OF, type CaseDecision, type DecisionKind, type Notification } from './kernel/state/decisions.ts';
export * from './kernel/state/documents.ts';
export type * from './kernel/state/handling.ts';
export { gradingOf, isProtected } from './kernel/state/protection.ts';
export { ACCOUNT_HOLDERS, type AccountHolder, type PaymentAccount, accountOn } from './kernel/state/payment-accounts.ts';
export type { Proposal, ProposalStatus } from './kernel/state/proposals.ts';
export type { AppealForwarded } from './forward-appeal/forward-appeal.events.ts';
export type { AppealDismissed, DecisionChanged, DecisionUpheld } from './reconsider/reconsider.events.ts';
export type { AppealDecided } from './register-outcome/register-outcome.events.ts';
export type { ProgrammeReinstated } from './reinstate/reinstate.events.ts';
export type { AppealReceived, DeadlineAssessed } from './appeal/appeal.events.ts';
export type { AttendanceRegistered } from './register-attendance/register-attendance.events.ts';
export { openElsewhere } from './apply/open-elsewhere.ts';
export { type CaseClaimed, caseClaimed } from './registers/applications.events.ts';
export { identityClaimed } from './registers/identity.events.ts';
export { personRegistered } from './registers/person.events.ts';
export { MARITAL_STATUS_CODE, OSLO, SEX_CODE } from './record-household/household-codes.ts';
export { SOCIAL_ASSISTANCE_CODE } from './record-intake/social-assistance.ts';
export { SUPPORT_CODE, type SupportKind } from './record-other-support/support-kinds.ts';
export { SITUATION_CODE, type Situation } from './record-outcome/situations.ts';
export { type CheckpointSigned, checkpointSigned } from './registers/checkpoint.events.ts';
export { type PolicySet, faultsOfPolicy, policyAt, policySet } from './registers/policy.events.ts';
export {
  type AnnounceRate,
  type AnnouncedRow,
  type RecordedRateEvent,
  announcedRows,
  announcementOf,
  decideAnnouncement,
  decideWithdrawal,
} from './registers/rates.decide.ts';
export { RATE_NAMES, type RateAnnounced, type RateWithdrawn, rateAnnounced, rateWithdrawn } from './registers/rates.events.ts';
export { rateRefusals } from './registers/rates.refusals.ts';
export { REASON_TEXT, type TerminationReason } from './terminate/reasons.ts';
export { type ClockRecord, dueRecords, nextRecordOn } from './tick/due-records.ts';
export { type AppealPeriod, type MissingForAppealTime, appealPeriod } from './timeline/appeal-period.ts';
export { HOURS_A_DAY, absencesOf } from './timeline/absence.ts';
export { type DayFacts, type DayState, type StipendState, dayState, stateInProgramme } from './timeline/day-state.ts';
export { type Duration, decidedUntil, duration, lastDayByLaw } from './timeline/duration.ts';
export { type CostsPeriod, costsPeriod } from './timeline/costs-period.ts';
export { countsFrom } from './timeline/counts-from.ts';
export { latestReturn } from './timeline/interruption.ts';
export { stateFromJson, stateToJson } from './timeline/json.ts';
export { isDecisionMissing, isInProgramme, isOpen, phase } from './timeline/phase.ts';
export { NEVER, endsByItselfOn, undecidedAfter } from './timeline/running-out.ts';
export { type CaseStatus, differOnlyInAttendance, statusAt } from './timeline/status.ts';
export type { DeductionDecided } from './deduct/deduct.events.ts';
export type { ProgrammeExtended } from './extend/extend.events.ts';
export type { NoticeGiven } from './give-notice/give-notice.events.ts';
export { type PaymentAccountRegistered } from './register-payment-account/register-payment-account.events.ts';
export type { ProgrammeGranted } from './grant/grant.events.ts';
export type { LetterIssued } from './issue-letter/issue-letter.events.ts';
export type { LeaveGranted, ProgrammeInterrupted } from './pause/pause.events.ts';
export type { ExtensionRefused } from './refuse-extension/refuse-extension.events.ts';
export type { LeaveRefused } from './refuse-leave/refuse-leave.events.ts';
export type { ApplicationRejected } from './reject/reject.events.ts';
export type { DecisionReversed } from './reverse/reverse.events.ts';
export type { SelfCertificateLossKept, SelfCertificateRestored } from './review-self-certificate/review-self-certificate.events.ts';
export type { SelfCertificateRevoked } from './revoke-self-certificate/revoke-self-certificate.events.ts';
export type { InterimReplySent } from './send-interim-reply/send-interim-reply.events.ts';
export type { ProgrammeTerminated } from './terminate/terminate.events.ts';
