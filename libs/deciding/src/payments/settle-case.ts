import { DuplicateEventId, OutcomeUnknown, WrongExpectedRevision } from '@kvp/event-store';
import { type PaymentSettled, type RunState, evolvePayments } from '@kvp/payments';
import { type CaseOutcome, type RunTerms, digestOf, lookAtCase } from './look-at-case.ts';
import { settledId } from './run-files.ts';
import { type PaymentWorld, type PaymentWriting, appendTo } from './stream-file.ts';

const TRIES = 5;

/** The payments of a case were written to again and again by others. Nothing is lost: the run is taken up again. */
export class PaymentsBusy extends Error {
  constructor(readonly caseId: string) {
    super(`The payments of case ${caseId} are being written to all the time.`);
    this.name = 'PaymentsBusy';
  }
}

/**
 * Writes what a run settles in a case, right after the revision that it was computed on, and under an id that is the same at every try: so
 * nobody is paid twice, however many are at it. Null when other lines were approved than what there is now.
 */
export async function settleCase(
  world: PaymentWorld,
  first: CaseOutcome,
  terms: RunTerms,
  run: RunState,
  approved: ReadonlySet<string> | null,
  writing: Omit<PaymentWriting, 'commandId'>,
): Promise<CaseOutcome | null> {
  let outcome = first;
  const { caseId } = first;
  const id = settledId(run.runId, caseId);
  for (let tries = 1; tries <= TRIES; tries += 1) {
    if (outcome.isSettled || outcome.lines.length === 0) return outcome;
    if (approved !== null && !approved.has(digestOf(run.runId, outcome))) return null;
    try {
      await appendTo(world, outcome.payments, [settled(run, outcome)], evolvePayments, { ...writing, commandId: id, idOf: () => id });
      return outcome;
    } catch (error) {
      if (!(error instanceof WrongExpectedRevision || error instanceof DuplicateEventId || error instanceof OutcomeUnknown)) throw error;
      // Another was there first, or it is not known whether this was written: the stream says.
      outcome = await lookAtCase(world, { caseId, revision: -2, due: [], unregisteredDays: 0 }, terms);
    }
  }
  throw new PaymentsBusy(caseId);
}

const settled = ({ runId, month, payDate }: RunState, { lines }: CaseOutcome): PaymentSettled => ({
  type: 'PaymentSettled',
  version: 1,
  data: { runId, runMonth: month, payDate, lines: lines.map(({ setOffs, ...line }) => ({ ...line, setOffs: [...setOffs] })) },
  personal: null,
});
