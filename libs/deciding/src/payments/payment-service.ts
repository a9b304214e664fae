import type { EventStore } from '@kvp/event-store';
import type { KeyRing } from '@kvp/people';
import type { Month } from '@kvp/stipend';
import { createPolicies } from '../policy/policies.ts';
import { createRates } from '../rates/rates.ts';
import { type RegisterFiles, createRegisterFiles } from '../register/register-files.ts';
import { type AnswerRequest, takeAnswers } from './answers.ts';
import type { CasesToPay } from './case-to-pay.ts';
import { goOn } from './carry-out.ts';
import type { CasesOfRun } from './cases-to-transfer.ts';
import { type OpenRequest, openRun } from './open-run.ts';
import { type FileOutcome, type FileRequest, makePaymentFile, readPaymentFile } from './payment-file.ts';
import type { RunRequest } from './run-steps.ts';
import { approveRun, returnRun } from './settle-proposal.ts';
import { paymentsKnownBy } from './payments-in-log.ts';
import { type RunName, runsOf } from './run-files.ts';
import { type RunOutcome, type RunView, viewOf } from './run-view.ts';
import type { PaymentsState, RETURN_REASONS } from '@kvp/payments';

export interface PaymentServiceOptions {
  readonly store: EventStore;
  readonly keys: KeyRing;
  readonly codeVersion: string;
  readonly cases: CasesToPay;
  /** Shared with whoever else decides in the process, so that both have the same policy and rates; its own when left out. */
  readonly registers?: RegisterFiles;
  /** Milliseconds of a clock that never runs backwards, for the age of a read policy. */
  readonly monotonic?: () => number;
}

/** Payment runs: what is due and not settled becomes lines, once. */
export interface PaymentService {
  /** Opens a run and carries it out; with the command id of one that was broken off, goes on with that. */
  run(request: OpenRequest): Promise<RunOutcome>;
  /** Goes on with a run that was broken off, or finds that nothing is left to do. */
  resume(name: RunName, request: RunRequest): Promise<RunOutcome>;
  approve(name: RunName, request: RunRequest): Promise<RunOutcome>;
  giveBack(name: RunName, reason: (typeof RETURN_REASONS)[number], request: RunRequest): Promise<RunOutcome>;
  /** Takes what payroll answers about the lines of a run: all of it or, with the line named, none. */
  answer(name: RunName, request: AnswerRequest): Promise<RunOutcome>;
  /** Makes the payment file of a completed run, once, of the net amounts that payroll returned; asked again, it is the same. */
  makeFile(name: RunName, request: FileRequest): Promise<FileOutcome>;
  /** The payment file that was made of a run. */
  file(name: RunName, request: CasesOfRun): Promise<FileOutcome>;
  /** Every run of a month, the first first. */
  runsOf(municipality: string, month: Month): Promise<readonly RunView[]>;
  /** What had been settled in a case by an instant, straight from the log. */
  paymentsKnownBy(caseId: string, knownAt: Temporal.Instant): Promise<PaymentsState>;
}

export function createPaymentService({ monotonic = () => performance.now(), ...options }: PaymentServiceOptions): PaymentService {
  const registers = options.registers ?? createRegisterFiles(options.store, options.keys, monotonic);
  const world = { ...options, policies: createPolicies(registers), rates: createRates(registers) };
  return {
    run: (request) => openRun(world, request),
    resume: (name, request) => goOn(world, name, request),
    approve: (name, request) => approveRun(world, name, request),
    giveBack: (name, reason, request) => returnRun(world, name, reason, request),
    answer: (name, request) => takeAnswers(world, name, request),
    makeFile: (name, request) => makePaymentFile(world, name, request),
    file: (name, request) => readPaymentFile(world, name, request),
    runsOf: async (municipality, month) => (await runsOf(world, municipality, month)).map(({ name, file }) => viewOf(name, file)),
    paymentsKnownBy: (caseId, knownAt) => paymentsKnownBy(world, caseId, knownAt),
  };
}
