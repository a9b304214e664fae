export { type LogReader, readCaseEvents, readEvents } from './case/case-log.ts';
export { readRatesBook } from './rates/read-rates-book.ts';
export { isWithStatsforvalter } from './case/may-be-seen.ts';
export { dayIn } from './case/context.ts';
export { type CaseRecord, recordOf as readCaseRecord } from './case/read-case.ts';
export type { Supplied, Supply, SupplyRequest } from './case/supply.ts';
export * from './command-request.ts';
export * from './command-service.ts';
export { caseIdOf, checkpointCommandId, eventId } from './envelope/ids.ts';
export type { EventMetadata, LawRevisions } from './envelope/metadata.ts';
export { type OpenedEvent, openEvent, openEvents } from './envelope/opened-event.ts';
export { type WrittenEvent, type Writing, notBefore, recordedTime, writeEvents } from './envelope/write-events.ts';
export type { ProposalNow, ProposalView, ProposalsOfCase } from './four-eyes/proposals.ts';
export { type CaseToPay, type CasesAsked, type CasesToPay, caseToPay, unregisteredDays } from './payments/case-to-pay.ts';
export { casesInLog } from './payments/cases-in-log.ts';
export * from './payments/payment-service.ts';
export * from './payments/payments-in-log.ts';
export type { OpenRequest } from './payments/open-run.ts';
export { type FileOutcome, type FileRequest, PaymentFileDiffers } from './payments/payment-file.ts';
export type { CasesOfRun } from './payments/cases-to-transfer.ts';
export type { RunRequest } from './payments/run-steps.ts';
export type { AnswerRequest } from './payments/answers.ts';
export type { CaseAnomaly, CaseChange, RunReport } from './payments/run-cases.ts';
export { type RunName, parseRunReference, runReference } from './payments/run-files.ts';
export type { RunOutcome, RunView } from './payments/run-view.ts';
export { PaymentsBusy } from './payments/settle-case.ts';
export type { PolicyHistory, PolicyRow } from './policy/policies.ts';
export { type Deciding, type ReplayDifference, THIS_RELEASE, decideAgain } from './replay/decide-again.ts';
export { type ReplayOptions, type ReplayReport, replayDecisions } from './replay/replay-decisions.ts';
export type { PolicyRequest } from './policy/set-policy.ts';
export { type CaseOfPortfolio, type PortfolioRequest, portfolioWhatIf } from './case/portfolio.ts';
export type { WhatIf, WhatIfRequest } from './case/what-if.ts';
export type { AnnounceRateRequest, WithdrawRateRequest } from './rates/announce-rate.ts';
export {
  type KnownRates,
  type RateRow,
  type Rates,
  type RatesBook,
  RATES_STREAM,
  RatesDisagree,
  createRates,
  ratesBook,
} from './rates/rates.ts';
export { type RegisterFiles, createRegisterFiles } from './register/register-files.ts';
export { type ClockOptions, type ClockRecorder, CaseBusy, TickInFuture, createClockRecorder } from './tick/record-due.ts';
export { type ChainReport, type ChainWalk, type Stranger, verifyChains, walkChains } from './verify-chains.ts';
