import { isAfter, iso } from '@kvp/calendar';
import { refuse } from '@kvp/lifecycle/define';
import { type RunKind, isUnderWay, lastDayOf, payDateOf, paymentRefusals } from '@kvp/payments';
import type { Month } from '@kvp/stipend';
import { dayIn } from '../case/context.ts';
import { carryOut } from './carry-out.ts';
import { onlyCaseOf } from './look-at-case.ts';
import { type RunCases, runCases } from './run-cases.ts';
import { type RunFile, type RunName, readRun, runIdOf, runsOf } from './run-files.ts';
import { type RunRequest, appendToRun, optional, refused } from './run-steps.ts';
import type { RunOutcome } from './run-view.ts';

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
  return await appendToRun(world, await readRun(world, name), { type: 'PaymentRunOpened', version: 1, data, personal: null }, request);
}
