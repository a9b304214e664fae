import { isUnderWay, paymentRefusals } from '@kvp/payments';
import type { DomainEvent } from '@kvp/lifecycle/define';
import { digestOf } from './look-at-case.ts';
import { type RunCases, type RunReport, runCases } from './run-cases.ts';
import { type RunFile, type RunName, readRun } from './run-files.ts';
import { type RunRequest, appendToRun, optional, refused } from './run-steps.ts';
import { type RunOutcome, viewOf } from './run-view.ts';
import { settleCase } from './settle-case.ts';

/** Goes on with a run. Refused when it is over, or waits for somebody else. */
export async function goOn(world: RunCases, name: RunName, request: RunRequest): Promise<RunOutcome> {
  const file = await readRun(world, name);
  if (file.revision < 0) return { kind: 'not-found' };
  if (file.state.status === 'proposed') return refused(paymentRefusals.runAwaitsApproval, name);
  if (!isUnderWay(file.state)) return refused(paymentRefusals.runNotUnderWay, name);
  return await carryOut(world, name, file, request, false);
}

/** Takes a run as far as it gets by itself, from wherever it stands. */
export async function carryOut(
  world: RunCases,
  name: RunName,
  begun: RunFile,
  request: RunRequest,
  repeated: boolean,
): Promise<RunOutcome> {
  let file = begun;
  let report: RunReport | null = null;
  const ended = (): boolean => !isUnderWay(file.state) || file.state.status === 'proposed';
  while (!ended()) {
    const step =
      file.state.status === 'opened' && file.state.needsApproval
        ? await propose(world, name, file, request)
        : await settle(world, name, file, request);
    report = step.report;
    file = (await appendToRun(world, file, step.event, request)) ?? (await readRun(world, name));
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
export async function look(
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
