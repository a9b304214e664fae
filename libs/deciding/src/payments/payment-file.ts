import { createHash } from 'node:crypto';
import { iso } from '@kvp/calendar';
import { DuplicateEventId, OutcomeUnknown, WrongExpectedRevision } from '@kvp/event-store';
import type { PaymentAccount } from '@kvp/lifecycle';
import { type Refusal, refuse } from '@kvp/lifecycle/define';
import { type MadeFile, creditTransferXml, evolveRun, paymentRefusals, transferFileOf } from '@kvp/payments';
import { dayIn } from '../case/context.ts';
import { nameUuid } from '../envelope/name-uuid.ts';
import { type CaseToTransfer, type CasesOfRun, readCasesToTransfer } from './cases-to-transfer.ts';
import { type RunFile, type RunName, readRun, runReference } from './run-files.ts';
import { type RunView, viewOf } from './run-view.ts';
import { type PaymentWorld, type PaymentWriting, appendTo } from './stream-file.ts';
import { executionDateOf, faultsOfTransfers, toTransfer } from './to-transfer.ts';

const TRIES = 3;

export type FileRequest = PaymentWriting & CasesOfRun;

/** What became of a request about a payment file. */
export type FileOutcome =
  | { readonly kind: 'file'; readonly run: RunView; readonly content: string; readonly repeated: boolean }
  /** It cannot be made as things are. */
  | { readonly kind: 'refused'; readonly refusals: readonly Refusal[] }
  /** The run has not come so far, or no file is made of it yet. */
  | { readonly kind: 'too-early'; readonly refusal: Refusal }
  | { readonly kind: 'not-found' }
  /** Whoever named the cases of the run does not know all of them yet: asked again in a moment, it is answered. */
  | { readonly kind: 'behind' };

/** What a file is made of has not the hash that it was given: it may not go to the bank. */
export class PaymentFileDiffers extends Error {
  constructor(readonly reference: string) {
    super(`The payment file of run ${reference} is not what was made. It was not handed out.`);
    this.name = 'PaymentFileDiffers';
  }
}

/**
 * Makes the payment file of a completed run, from the net amounts that payroll returned for its lines, as the log has them now. It is made
 * once: asked again, it is the one that was made, whatever has come since. Refused, with all that is missing, when a line has no answer,
 * when the municipality has named no account, and when a receiver has none on the day of payment. Throws PaymentFileDiffers.
 */
export async function makePaymentFile(world: PaymentWorld, name: RunName, request: FileRequest): Promise<FileOutcome> {
  for (let tries = 1; ; tries += 1) {
    const outcome = await tryToMake(world, name, request, tries === TRIES);
    if (outcome !== undefined) return outcome;
  }
}

/** Undefined when another was there first, or payroll has answered in between: it is looked at anew. */
async function tryToMake(world: PaymentWorld, name: RunName, request: FileRequest, isLast: boolean): Promise<FileOutcome | undefined> {
  const run = await readRun(world, name);
  if (run.revision < 0) return { kind: 'not-found' };
  if (run.state.status !== 'completed') return { kind: 'too-early', refusal: notCompleted(name) };
  if (run.state.paymentFile !== null) return await readPaymentFile(world, name, request);
  const policy = (await world.policies.history(name.municipality)).at;
  const executionDate = executionDateOf(run.state, dayIn(request.now));
  const cases = await readCasesToTransfer(world, run.state.runId, request);
  if (isBehind(run, cases)) return { kind: 'behind' };
  const { payer, collectionAgencyAccount } = policy(executionDate);
  const told = toTransfer(cases, executionDate);
  const refusals = faultsOfTransfers(told, collectionAgencyAccount, executionDate);
  if (payer === undefined) return { kind: 'refused', refusals: [...refusals, refuse(paymentRefusals.payerMissing, [])] };
  if (refusals.length > 0) return { kind: 'refused', refusals };
  const made: Omit<MadeFile, 'file'> = {
    ...{ madeAt: request.now.round('second').toString(), executionDate: iso(executionDate), payer },
    collectionAgencyAccount: told.some(({ toAgency }) => toAgency) ? (collectionAgencyAccount ?? null) : null,
    amounts: told.map(({ amount }) => amount),
    accounts: told.map(({ account }) => account?.recordedIn ?? -1),
  };
  const content = contentOf(run, made, cases);
  const { collectionAgencyAccount: agency, ...rest } = made;
  const data = { ...rest, file: hashOf(content), ...(agency === null ? {} : { collectionAgencyAccount: agency }) };
  const idOf = (): string => nameUuid('payment file', run.state.runId);
  try {
    const after = await appendTo(world, run, [{ type: 'PaymentFileMade', version: 1, data, personal: null }], evolveRun, {
      ...request,
      idOf,
    });
    return { kind: 'file', run: viewOf(name, after), content, repeated: false };
  } catch (error) {
    const isKnown = error instanceof WrongExpectedRevision || error instanceof DuplicateEventId || error instanceof OutcomeUnknown;
    if (isLast || !isKnown) throw error;
    return undefined;
  }
}

/** The payment file that was made of a run. Throws PaymentFileDiffers, and what the log cannot open any more. */
export async function readPaymentFile(world: PaymentWorld, name: RunName, request: CasesOfRun): Promise<FileOutcome> {
  const run = await readRun(world, name);
  const { status, runId, paymentFile } = run.state;
  if (run.revision < 0) return { kind: 'not-found' };
  if (status !== 'completed') return { kind: 'too-early', refusal: notCompleted(name) };
  if (paymentFile === null) return { kind: 'too-early', refusal: refuse(paymentRefusals.fileNotMade, [runReference(name)]) };
  const cases = await readCasesToTransfer(world, runId, request);
  if (isBehind(run, cases)) return { kind: 'behind' };
  const content = contentOf(run, paymentFile, cases);
  if (hashOf(content) !== paymentFile.file) throw new PaymentFileDiffers(runReference(name));
  return { kind: 'file', run: viewOf(name, run), content, repeated: true };
}

const isBehind = ({ state: { totals } }: RunFile, cases: readonly CaseToTransfer[]): boolean =>
  cases.flatMap(({ lines }) => lines).length !== totals.lines;

const notCompleted = (name: RunName): Refusal => refuse(paymentRefusals.runNotCompleted, [runReference(name)]);

function contentOf({ state: { runId } }: RunFile, made: Omit<MadeFile, 'file'>, cases: readonly CaseToTransfer[]): string {
  const accounts = new Map(cases.map((each) => [each.caseId, each.accounts]));
  const accountOf = (caseId: string, revision: number): PaymentAccount | undefined =>
    accounts.get(caseId)?.find(({ recordedIn }) => recordedIn === revision);
  return creditTransferXml(
    transferFileOf(
      runId,
      made,
      cases.flatMap(({ lines }) => lines),
      accountOf,
    ),
  );
}

const hashOf = (content: string): string => createHash('sha256').update(content).digest('hex');
