import { createHash } from 'node:crypto';
import { type Anomaly, type Change, type Claim, type PaymentLine, type RunState, anomaliesOf, changeOf, payable } from '@kvp/payments';
import { canonical } from '@kvp/proof';
import { emptyFile } from '../case/case-file.ts';
import { createCaseFiles } from '../case/case-files.ts';
import { type CaseToPay, type CasesAsked, caseToPay } from './case-to-pay.ts';
import { type PaymentsFile, readPayments } from './run-files.ts';
import type { PaymentWorld } from './stream-file.ts';

/** What a run finds in one case. */
export interface CaseOutcome {
  readonly caseId: string;
  readonly payments: PaymentsFile;
  /** This run has settled the case already: these are the lines that it wrote. */
  readonly isSettled: boolean;
  readonly lines: readonly PaymentLine[];
  readonly claims: readonly Claim[];
  readonly anomalies: readonly Anomaly[];
  readonly change: Change;
}

/** A run, and by what the municipality had settled on the day that it was opened. */
export interface RunTerms {
  readonly run: Pick<RunState, 'runId' | 'month' | 'kind'>;
  readonly setOffShare: number;
  readonly asked: CasesAsked;
}

/** Looks at a case as it is now: what is read already counts only when the case stands there still. */
export async function lookAtCase(world: PaymentWorld, known: CaseToPay, { run, setOffShare, asked }: RunTerms): Promise<CaseOutcome> {
  const { caseId } = known;
  const [head, payments] = await Promise.all([world.store.head(`case-${caseId}`), readPayments(world, caseId)]);
  const { due, unregisteredDays } = head === known.revision ? known : await readAnew(world, caseId, asked);
  const written = payments.state.lines.filter(({ runId }) => runId === run.runId);
  const scope = { runId: run.runId, through: run.month, setOffShare, settledMonthsOnly: run.kind === 'regulation' };
  const now = payable(caseId, due, payments.state, scope);
  const isSettled = written.length > 0;
  const outcome = isSettled ? { lines: written, claims: now.claims } : now;
  return {
    ...{ caseId, payments, isSettled, ...outcome },
    anomalies: anomaliesOf({ due, payable: outcome, month: run.month, unregisteredDays }),
    change: changeOf(outcome, payments.state, run.month),
  };
}

async function readAnew({ store, keys, rates }: PaymentWorld, caseId: string, asked: CasesAsked): Promise<CaseToPay> {
  const { state } = await createCaseFiles({ store, keys, max: 1 }).refresh(emptyFile(caseId));
  return caseToPay(caseId, state, asked, await rates.book());
}

/** Hexadecimal digits of what is proposed for a case. */
const DIGITS = 16;

/** What is proposed for a case, hashed with the run: it says whether the lines are the same, and of whom they are to nobody else. */
export const digestOf = (runId: string, { caseId, lines }: Pick<CaseOutcome, 'caseId' | 'lines'>): string =>
  createHash('sha256')
    .update(canonical([runId, caseId, lines]))
    .digest('hex')
    .slice(0, DIGITS);

/** The one case that a run is for, as its stream names it. */
export const onlyCaseOf = (runId: string, caseId: string): string =>
  createHash('sha256').update(`${runId} ${caseId}`).digest('hex').slice(0, 32);
