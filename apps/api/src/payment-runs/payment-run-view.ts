import type { FileOutcome, RunOutcome, RunReport, RunView } from '@kvp/deciding';
import type { Refusal } from '@kvp/lifecycle';
import { type Ore, formatKroner } from '@kvp/money';
import { type Counted, type Reconciliation } from '@kvp/payments';
import { Problem } from '../http/problem.ts';
import type { LineOfCase } from './payment-run-bus.ts';

type Told = Readonly<Record<string, unknown>>;

const kroner = (amounts: Readonly<Record<string, Ore>>): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(amounts).map(([name, amount]) => [name, formatKroner(amount)]));

const totalsOf = ({ participants, lines, ...amounts }: RunView['totals']): Told => ({ participants, lines, ...kroner(amounts) });

/** A run as the door tells it: amounts in kroner. */
export const tellRun = ({ runId: _, totals, paymentFile, ...run }: RunView): Told => ({
  ...run,
  totals: totalsOf(totals),
  paymentFile: paymentFile === null ? null : { ...paymentFile, net: formatKroner(paymentFile.net) },
});

export const tellReport = ({ totals, changes, ...report }: RunReport): Told => ({
  ...report,
  totals: totalsOf(totals),
  changes: changes.map(({ caseId, ...change }) => ({ caseId, ...kroner({ ...change }) })),
});

export const tellLine = ({ id, due, settledBefore, gross, net, setOffs, runId: _, runMonth: __, ...line }: LineOfCase): Told => ({
  ...{ lineId: id, ...line },
  ...kroner({ due, settledBefore, gross }),
  net: net === null ? null : formatKroner(net),
  setOffs: setOffs.map(({ month, amount }) => ({ month, amount: formatKroner(amount) })),
});

const counted = ({ lines, gross, net }: Counted): Told => ({ lines, ...kroner({ gross, net }) });

export const tellReconciliation = ({ sent, confirmed, rejected, open }: Reconciliation): Told => ({
  ...{ sent: counted(sent), confirmed: counted(confirmed), rejected: counted(rejected), open: counted(open) },
});

/** The run has no such file yet. */
export const tooEarly = (refusal: Refusal): Problem =>
  new Problem('no-file-yet', { detail: refusal.message, members: { refusals: [refusal] } });

const refused = (refusals: readonly Refusal[]): Problem =>
  new Problem('refused', { detail: refusals.map(({ message }) => message).join(' '), members: { refusals } });

/** A payment file. Throws the problem that there is instead, when there is one. */
export function fileOf(outcome: FileOutcome): Extract<FileOutcome, { readonly kind: 'file' }> {
  switch (outcome.kind) {
    case 'file':
      return outcome;
    case 'refused':
      throw refused(outcome.refusals);
    case 'too-early':
      throw tooEarly(outcome.refusal);
    case 'not-found':
      throw new Problem('not-found');
    case 'behind':
      throw new Problem('not-yet-readable', { headers: { 'retry-after': '1' } });
  }
}

/** What the caller is told of an outcome. Throws the problem that it is, when it is one. */
export function answerOfRun(outcome: RunOutcome): { readonly body: Told; readonly headers: Readonly<Record<string, string>> } {
  switch (outcome.kind) {
    case 'would-run':
      return { body: { dryRun: true, payDate: outcome.payDate, report: tellReport(outcome.report) }, headers: {} };
    case 'run': {
      const { run, events, report, repeated } = outcome;
      return {
        body: { run: tellRun(run), events, ...(report === null ? {} : { report: tellReport(report) }) },
        headers: repeated ? { 'idempotency-replayed': 'true' } : {},
      };
    }
    case 'refused':
      throw refused(outcome.refusals);
    case 'not-found':
      throw new Problem('not-found');
    case 'key-reused':
      throw new Problem('key-reused');
    case 'contended':
      throw new Problem('contended', { headers: { 'retry-after': '1' } });
  }
}
