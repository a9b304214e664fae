import { isAfter, iso } from '@kvp/calendar';
import { DuplicateEventId, OutcomeUnknown, WrongExpectedRevision } from '@kvp/event-store';
import { type DomainEvent, refuse } from '@kvp/lifecycle/define';
import { type RETURN_REASONS, type RunKind, evolveRun, isUnderWay, lastDayOf, payDateOf, paymentRefusals } from '@kvp/payments';
import type { Month } from '@kvp/stipend';
import { dayIn } from '../case/context.ts';
import { nameUuid } from '../envelope/name-uuid.ts';
import { digestOf, onlyCaseOf } from './look-at-case.ts';
import { type RunCases, type RunReport, runCases } from './run-cases.ts';
import { type RunFile, type RunName, readRun, runIdOf, runReference, runsOf } from './run-files.ts';
import { type RunOutcome, viewOf } from './run-view.ts';
import { settleCase } from './settle-case.ts';
import { type PaymentWriting, appendTo } from './stream-file.ts';

export interface RunRequest extends PaymentWriting {
  /** Stops it between two cases; it can be taken up again. */
  readonly signal?: AbortSignal;
  readonly onProgress?: (cases: number) => void;
}

export interface OpenRequest extends RunRequest {
  readonly month: Month;
  readonly kind: RunKind;
  /** One case alone; all of the municipality when left out. */
  readonly caseId?: string;
  readonly dryRun?: boolean;
}

const TRIES = 3;

/**
 * Opens a run of the actor's municipality for a month that has ended, and carries it out. There is one under way at a time. The same command
 * id finds the run that it opened.
 */
export async function openRun(world: RunCases, request: OpenRequest): Promise<RunOutcome> {
  const { actor, now, month, commandId, dryRun = false } = request;
  const today = dayIn(now);
  const last = lastDayOf(month);
  if (!isAfter(today, last)) return { kind: 'refused', refusals: [refuse(paymentRefusals.monthNotEnded, [last])] };
  if (dryRun) return await dryRunOf(world, request);
  for (let tries = 1; tries <= TRIES; tries += 1) {
    const runs = await runsOf(world, actor.municipality, month);
    const mine = runs.find(({ file }) => file.events[0]?.metadata.commandId === commandId);
    if (mine !== undefined)
      return isSame(mine.file, request) ? await carryOut(world, mine.name, mine.file, request, true) : { kind: 'key-reused' };
    const open = runs.find(({ file }) => isUnderWay(file.state));
    if (open !== undefined) return refused(paymentRefusals.runUnderWay, open.name);
    const name = { municipality: actor.municipality, month, number: runs.length + 1 };
    const file = await opened(world, name, request);
    if (file !== undefined) return await carryOut(world, name, file, request, false);
  }
  return { kind: 'contended' };
}

const isSame = ({ state }: RunFile, { kind, caseId }: OpenRequest): boolean =>
  state.kind === kind && state.onlyCase === (caseId === undefined ? null : onlyCaseOf(state.runId, caseId));

async function termsOf(world: RunCases, { actor, now, month, kind, caseId, commandId }: OpenRequest) {
  const openedOn = dayIn(now);
  const runId = runIdOf(commandId);
  // As the log has it now: four eyes that were settled a moment ago count.
  const policy = (await world.policies.history(actor.municipality)).at(openedOn);
  const ordinary = payDateOf(month, policy.payDay);
  return {
    ...{ runId, month, kind, openedOn: iso(openedOn), openedBy: actor.id, needsApproval: policy.paymentRunFourEyes },
    // A run that comes after the pay day of its month is paid as soon as it is made.
    payDate: iso(isAfter(openedOn, ordinary) ? openedOn : ordinary),
    onlyCase: caseId === undefined ? null : onlyCaseOf(runId, caseId),
  };
}

async function dryRunOf(world: RunCases, request: OpenRequest): Promise<RunOutcome> {
  const { actor, caseId, signal, onProgress } = request;
  const terms = await termsOf(world, request);
  const steps = { attendance: true, ...optional({ caseId, signal, onProgress }) };
  const { report } = await runCases(world, actor.municipality, terms, steps);
  return { kind: 'would-run', payDate: terms.payDate, report };
}

/** Undefined when another was faster. */
async function opened(world: RunCases, name: RunName, request: OpenRequest): Promise<RunFile | undefined> {
  const { onlyCase, ...terms } = await termsOf(world, request);
  const data = { ...terms, ...(onlyCase === null ? {} : { onlyCase }) };
  return await append(world, await readRun(world, name), { type: 'PaymentRunOpened', version: 1, data, personal: null }, request);
}

/** Appends to the run's stream; undefined when it has moved on, or when that is not known: read it again. */
async function append(world: RunCases, file: RunFile, event: DomainEvent, request: RunRequest): Promise<RunFile | undefined> {
  const idOf = (): string => nameUuid(event.type, runIdFor(file, request));
  try {
    return await appendTo(world, file, [event], evolveRun, { ...request, idOf });
  } catch (error) {
    if (error instanceof WrongExpectedRevision || error instanceof DuplicateEventId || error instanceof OutcomeUnknown) return undefined;
    throw error;
  }
}

const runIdFor = ({ state, revision }: RunFile, { commandId }: RunRequest): string => (revision < 0 ? runIdOf(commandId) : state.runId);

/** Goes on with a run. Refused when it is over, or waits for somebody else. */
export async function goOn(world: RunCases, name: RunName, request: RunRequest): Promise<RunOutcome> {
  const file = await readRun(world, name);
  if (file.revision < 0) return { kind: 'not-found' };
  if (file.state.status === 'proposed') return refused(paymentRefusals.runAwaitsApproval, name);
  if (!isUnderWay(file.state)) return refused(paymentRefusals.runNotUnderWay, name);
  return await carryOut(world, name, file, request, false);
}

/** Takes a run as far as it gets by itself, from wherever it stands. */
async function carryOut(world: RunCases, name: RunName, begun: RunFile, request: RunRequest, repeated: boolean): Promise<RunOutcome> {
  let file = begun;
  let report: RunReport | null = null;
  const ended = (): boolean => !isUnderWay(file.state) || file.state.status === 'proposed';
  while (!ended()) {
    const step =
      file.state.status === 'opened' && file.state.needsApproval
        ? await propose(world, name, file, request)
        : await settle(world, name, file, request);
    report = step.report;
    file = (await append(world, file, step.event, request)) ?? (await readRun(world, name));
  }
  const events = file.events.slice(repeated ? 0 : Math.max(0, begun.events.length - 1)).map(({ event }) => event.type);
  return { kind: 'run', run: viewOf(name, file), events, report, repeated };
}

interface Step {
  readonly event: DomainEvent;
  readonly report: RunReport;
}

async function propose(world: RunCases, { municipality }: RunName, { state }: RunFile, { signal, onProgress }: RunRequest): Promise<Step> {
  const { digests, report } = await look(world, municipality, state, { signal, onProgress });
  return { report, event: { type: 'PaymentRunProposed', version: 1, data: { totals: report.totals, digests }, personal: null } };
}

type RunTermsState = RunFile['state'];

/** What a run would settle now, case by case as hashes, in order. */
async function look(
  world: RunCases,
  municipality: string,
  state: RunTermsState,
  { signal, onProgress }: { readonly signal: AbortSignal | undefined; readonly onProgress: ((cases: number) => void) | undefined },
): Promise<{ readonly digests: readonly string[]; readonly report: RunReport }> {
  const digests: string[] = [];
  const { report } = await runCases(world, municipality, state, {
    attendance: true,
    ...optional({ signal, onProgress }),
    seen: (outcome) => {
      if (outcome.lines.length > 0) digests.push(digestOf(state.runId, outcome));
    },
  });
  return { digests: digests.sort(), report };
}

async function settle(world: RunCases, { municipality }: RunName, { state }: RunFile, request: RunRequest): Promise<Step> {
  const approved = state.needsApproval ? new Set(state.digests) : null;
  const { report, leftOut } = await runCases(world, municipality, state, {
    attendance: false,
    ...optional({ signal: request.signal, onProgress: request.onProgress }),
    each: (outcome, terms) => settleCase(world, outcome, terms, state, approved, request),
  });
  return { report, event: { type: 'PaymentRunCompleted', version: 1, data: { totals: report.totals, leftOut }, personal: null } };
}

/**
 * Approves what a run proposed, and carries it out. Whoever opened it may not; and it is refused when anything has come since, so that what
 * is paid is what the approver saw.
 */
export async function approveRun(world: RunCases, name: RunName, request: RunRequest): Promise<RunOutcome> {
  const file = await readRun(world, name);
  if (file.revision < 0) return { kind: 'not-found' };
  const { state } = file;
  const mine = file.events.find(({ event, metadata }) => event.type === 'PaymentRunApproved' && metadata.commandId === request.commandId);
  if (mine !== undefined) return await carryOut(world, name, file, request, true);
  if (state.status !== 'proposed') return refused(paymentRefusals.runNotProposed, name);
  if (state.openedBy === request.actor.id) return { kind: 'refused', refusals: [refuse(paymentRefusals.ownRun, [])] };
  const { digests } = await look(world, name.municipality, state, { signal: request.signal, onProgress: undefined });
  const changed = new Set(digests).symmetricDifference(new Set(state.digests)).size;
  if (changed > 0) return { kind: 'refused', refusals: [refuse(paymentRefusals.runChanged, [changed])] };
  const data = { approvedBy: request.actor.id };
  const approved = await append(world, file, { type: 'PaymentRunApproved', version: 1, data, personal: null }, request);
  return approved === undefined ? await approveRun(world, name, request) : await carryOut(world, name, approved, request, false);
}

/** Sends a proposed run back: it is over, and nothing was paid. */
export async function returnRun(
  world: RunCases,
  name: RunName,
  reason: (typeof RETURN_REASONS)[number],
  request: RunRequest,
): Promise<RunOutcome> {
  const file = await readRun(world, name);
  if (file.revision < 0) return { kind: 'not-found' };
  const mine = file.events.find(({ event, metadata }) => event.type === 'PaymentRunReturned' && metadata.commandId === request.commandId);
  if (mine !== undefined) return { kind: 'run', run: viewOf(name, file), events: [mine.event.type], report: null, repeated: true };
  if (file.state.status !== 'proposed') return refused(paymentRefusals.runNotProposed, name);
  const data = { reason, returnedBy: request.actor.id };
  const returned = await append(world, file, { type: 'PaymentRunReturned', version: 1, data, personal: null }, request);
  return returned === undefined
    ? await returnRun(world, name, reason, request)
    : { kind: 'run', run: viewOf(name, returned), events: ['PaymentRunReturned'], report: null, repeated: false };
}

type ReferenceRefusal = typeof paymentRefusals.runUnderWay;

export const refused = (definition: ReferenceRefusal, name: RunName): RunOutcome => ({
  kind: 'refused',
  refusals: [refuse(definition, [runReference(name)])],
});

/** Leaves out what is undefined. */
export const optional = <Fields extends object>(fields: Fields): { readonly [Field in keyof Fields]?: NonNullable<Fields[Field]> } =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as never;
