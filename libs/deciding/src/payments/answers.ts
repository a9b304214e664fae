import { createHash } from 'node:crypto';
import { iso } from '@kvp/calendar';
import { DuplicateEventId, OutcomeUnknown, WrongExpectedRevision } from '@kvp/event-store';
import type { DomainEvent, Refusal } from '@kvp/lifecycle/define';
import { type PayrollAnswer, evolvePayments, evolveRun, faultsOfAnswer, paymentRefusals, repeatsIn } from '@kvp/payments';
import { canonical } from '@kvp/proof';
import { dayIn } from '../case/context.ts';
import { nameUuid } from '../envelope/name-uuid.ts';
import { type PaymentsFile, type RunFile, type RunName, readPayments, readRun } from './run-files.ts';
import { type RunOutcome, viewOf } from './run-view.ts';
import { refused } from './run-steps.ts';
import { PaymentsBusy } from './settle-case.ts';
import { type PaymentWorld, type PaymentWriting, appendTo } from './stream-file.ts';

export interface AnswerRequest extends PaymentWriting {
  readonly answers: readonly PayrollAnswer[];
  /** Case by line id, for the lines of the run: what is not in it is unknown. */
  readonly caseOf: ReadonlyMap<string, string>;
}

const TRIES = 5;

/**
 * Takes what payroll answers about the lines of a completed run. All lines are looked at before any is written; each has an id of its own
 * by file and line, so that a file that was broken off is sent again and goes on, and one that was taken is taken once.
 */
export async function takeAnswers(world: PaymentWorld, name: RunName, request: AnswerRequest): Promise<RunOutcome> {
  const run = await readRun(world, name);
  if (run.revision < 0) return { kind: 'not-found' };
  if (run.state.status !== 'completed') return refused(paymentRefusals.runNotCompleted, name);
  const file = createHash('sha256')
    .update(canonical([run.state.runId, request.answers]))
    .digest('hex');
  if (run.state.answers.includes(file)) return { kind: 'run', run: viewOf(name, run), events: [], report: null, repeated: true };
  const refusals = [...repeatsIn(request.answers), ...(await faults(world, run, file, request))];
  if (refusals.length > 0) return { kind: 'refused', refusals };
  for (const [caseId, answers] of byCase(request)) await write(world, caseId, run, file, answers, request);
  const after = await received(world, name, run, file, request);
  return { kind: 'run', run: viewOf(name, after), events: ['PayrollAnswerReceived'], report: null, repeated: false };
}

interface Numbered {
  readonly answer: PayrollAnswer;
  /** Its line in the file, from 1. */
  readonly number: number;
}

const byCase = ({ answers, caseOf }: AnswerRequest): ReadonlyMap<string, readonly Numbered[]> =>
  Map.groupBy(
    answers.map((answer, index) => ({ answer, number: index + 1 })),
    ({ answer }) => caseOf.get(answer.lineId) ?? '',
  );

const answerId = (run: RunFile, file: string, { lineId }: PayrollAnswer): string => nameUuid(`answer ${file} ${lineId}`, run.state.runId);
const isWritten = (payments: PaymentsFile, id: string): boolean => payments.events.some((event) => event.id === id);

async function faults(world: PaymentWorld, run: RunFile, file: string, request: AnswerRequest): Promise<readonly Refusal[]> {
  const found: (readonly [number, Refusal])[] = [];
  for (const [caseId, answers] of byCase(request)) {
    const payments = caseId === '' ? undefined : await readPayments(world, caseId);
    for (const { answer, number } of answers) {
      if (payments !== undefined && isWritten(payments, answerId(run, file, answer))) continue;
      const line = payments?.state.lines.find(({ id, runId }) => id === answer.lineId && runId === run.state.runId);
      found.push(...faultsOfAnswer(answer, line, number).map((fault) => [number, fault] as const));
    }
  }
  return found.sort(([a], [b]) => a - b).map(([, fault]) => fault);
}

async function write(
  world: PaymentWorld,
  caseId: string,
  run: RunFile,
  file: string,
  answers: readonly Numbered[],
  request: AnswerRequest,
): Promise<void> {
  for (let tries = 1; tries <= TRIES; tries += 1) {
    const payments = await readPayments(world, caseId);
    const left = answers.filter(({ answer }) => !isWritten(payments, answerId(run, file, answer)));
    if (left.length === 0) return;
    const ids = left.map(({ answer }) => answerId(run, file, answer));
    const idOf = (index: number): string => ids[index] ?? '';
    try {
      await appendTo(
        world,
        payments,
        left.map(({ answer }) => eventOf(answer)),
        evolvePayments,
        { ...request, idOf },
      );
      return;
    } catch (error) {
      if (!(error instanceof WrongExpectedRevision || error instanceof DuplicateEventId || error instanceof OutcomeUnknown)) throw error;
    }
  }
  throw new PaymentsBusy(caseId);
}

function eventOf(answer: PayrollAnswer): DomainEvent {
  if ('rejected' in answer) {
    const { lineId, rejected: reason, on: rejectedOn } = answer;
    return { type: 'PaymentRejected', version: 1, data: { lineId, reason, rejectedOn }, personal: null };
  }
  const { lineId, gross, net, paidOn } = answer;
  return { type: 'PaymentConfirmed', version: 1, data: { lineId, gross, net, paidOn }, personal: null };
}

async function received(world: PaymentWorld, name: RunName, run: RunFile, file: string, request: AnswerRequest): Promise<RunFile> {
  const confirmed = request.answers.flatMap((answer) => ('rejected' in answer ? [] : answer));
  const net = confirmed.reduce((sum, answer) => sum + answer.net, 0);
  const counts = { confirmed: confirmed.length, rejected: request.answers.length - confirmed.length };
  const data = { file, receivedOn: iso(dayIn(request.now)), ...counts, net };
  const event: DomainEvent = { type: 'PayrollAnswerReceived', version: 1, data, personal: null };
  let at = run;
  for (let tries = 1; tries <= TRIES && !at.state.answers.includes(file); tries += 1) {
    try {
      return await appendTo(world, at, [event], evolveRun, { ...request, idOf: () => nameUuid(`answer ${file}`, run.state.runId) });
    } catch (error) {
      if (!(error instanceof WrongExpectedRevision || error instanceof DuplicateEventId || error instanceof OutcomeUnknown)) throw error;
      at = await readRun(world, name);
    }
  }
  return at;
}
