import type { EventStore } from '@kvp/event-store';
import type { KeyRing } from '@kvp/people';
import type { Month } from '@kvp/stipend';
import { createPolicies } from '../policy/policies.ts';
import { createRates } from '../rates/rates.ts';
import { createRegisterFiles } from '../register/register-files.ts';
import { type AnswerRequest, takeAnswers } from './answers.ts';
import type { CasesToPay } from './case-to-pay.ts';
import { paymentsKnownBy } from './payments-in-log.ts';
import { type OpenRequest, type RunRequest, approveRun, goOn, openRun, returnRun } from './run.ts';
import { type RunName, runsOf } from './run-files.ts';
import { type RunOutcome, type RunView, viewOf } from './run-view.ts';
import type { PaymentsState, RETURN_REASONS } from '@kvp/payments';

export interface PaymentServiceOptions {
  readonly store: EventStore;
  readonly keys: KeyRing;
  readonly codeVersion: string;
  readonly cases: CasesToPay;
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
  /** Every run of a month, the first first. */
  runsOf(municipality: string, month: Month): Promise<readonly RunView[]>;
  /** What had been settled in a case by an instant, straight from the log. */
  paymentsKnownBy(caseId: string, knownAt: Temporal.Instant): Promise<PaymentsState>;
}

export function createPaymentService({ monotonic = () => performance.now(), ...options }: PaymentServiceOptions): PaymentService {
  const registers = createRegisterFiles(options.store, options.keys, monotonic);
  const world = { ...options, policies: createPolicies(registers), rates: createRates(registers) };
  return {
    run: (request) => openRun(world, request),
    resume: (name, request) => goOn(world, name, request),
    approve: (name, request) => approveRun(world, name, request),
    giveBack: (name, reason, request) => returnRun(world, name, reason, request),
    answer: (name, request) => takeAnswers(world, name, request),
    runsOf: async (municipality, month) => (await runsOf(world, municipality, month)).map(({ name, file }) => viewOf(name, file)),
    paymentsKnownBy: (caseId, knownAt) => paymentsKnownBy(world, caseId, knownAt),
  };
}
