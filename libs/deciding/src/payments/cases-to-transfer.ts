import type { RecordedEvent } from '@kvp/event-store';
import { type PaymentAccount, caseEvents, initialState } from '@kvp/lifecycle';
import type { LineOfRun } from '@kvp/payments';
import { caseStream } from '../case/case-file.ts';
import { openEvents } from '../envelope/opened-event.ts';
import { readPayments } from './run-files.ts';
import type { PaymentWorld } from './stream-file.ts';

/** The cases whose lines a run has settled, as who knows them tells. */
export interface CasesOfRun {
  readonly caseIds: readonly string[];
  /** Stops it between two cases. */
  readonly signal?: AbortSignal;
  /** Told the number of cases read so far. */
  readonly onProgress?: (cases: number) => void;
}

/** A case of a run as the log has it: its lines of that run, and every account that was registered in it. */
export interface CaseToTransfer {
  readonly caseId: string;
  readonly lines: readonly LineOfRun[];
  readonly accounts: readonly PaymentAccount[];
}

const AT_ONCE = 16;

/** Reads the cases of a run, some at a time. Throws the signal's reason when it is stopped, and KeyMissing for a person who was forgotten. */
export async function readCasesToTransfer(
  world: Pick<PaymentWorld, 'store' | 'keys'>,
  runId: string,
  { caseIds, signal, onProgress }: CasesOfRun,
): Promise<readonly CaseToTransfer[]> {
  const ids = [...new Set(caseIds)].sort();
  const read: CaseToTransfer[] = [];
  for (let at = 0; at < ids.length; at += AT_ONCE) {
    signal?.throwIfAborted();
    read.push(...(await Promise.all(ids.slice(at, at + AT_ONCE).map((caseId) => readCase(world, runId, caseId)))));
    onProgress?.(read.length);
  }
  return read;
}

async function readCase(world: Pick<PaymentWorld, 'store' | 'keys'>, runId: string, caseId: string): Promise<CaseToTransfer> {
  const [payments, accounts] = await Promise.all([readPayments(world, caseId), accountsOf(world, caseId)]);
  const lines = payments.state.lines.filter((line) => line.runId === runId).map((line) => ({ ...line, caseId }));
  return { caseId, lines, accounts };
}

const ACCOUNT = 'PaymentAccountRegistered';

/** Only what tells of accounts is opened and folded: nothing else in a case changes them. */
async function accountsOf({ store, keys }: Pick<PaymentWorld, 'store' | 'keys'>, caseId: string): Promise<readonly PaymentAccount[]> {
  const told: RecordedEvent[] = [];
  for await (const event of store.readStream(caseStream(caseId))) if (event.type === ACCOUNT) told.push(event);
  const opened = await openEvents(keys, told);
  const state = opened.reduce(
    (before, { event, revision }) => caseEvents[ACCOUNT]?.evolve({ ...before, revision }, event) ?? before,
    initialState,
  );
  return state.circumstances.accounts;
}
