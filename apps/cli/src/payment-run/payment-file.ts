import { readConfig } from '@kvp/api';
import type { FileOutcome, RunView } from '@kvp/deciding';
import { formatKronerNb } from '@kvp/money';
import type { Month } from '@kvp/stipend';
import { v4 } from 'uuid';
import { writeWhole } from '../terminal/write-whole.ts';
import { CliError, EXIT } from '../exit-status.ts';
import { withInstallation } from '../installation/open-installation.ts';
import type { Io } from '../terminal/io.ts';
import { progressOn } from '../terminal/progress.ts';
import { logCases, payerIn, withSettlements } from './payment-installation.ts';

interface Asked {
  readonly municipality: string;
  readonly month: Month;
  readonly run: string | undefined;
  readonly path: string;
}

/** Makes the payment file of a run, or finds the one that was made, and writes it. Gives the exit status. */
export async function writePaymentFile({ municipality, month, run, path }: Asked, io: Io): Promise<number> {
  if (run !== undefined && !/^[1-9]\d{0,2}$/.test(run)) throw new CliError(`${run} is no number of a run; write it as 1.`, EXIT.malformed);
  const signal = io.interruption();
  const catchingUp = progressOn(io, { what: 'reading the log', unit: 'events' });
  const reading = progressOn(io, { what: 'reading accounts', unit: 'cases' });
  const actor = payerIn(municipality);
  const outcome = await withInstallation(readConfig(io.env), io, (installation) =>
    withSettlements(
      installation,
      signal,
      (handled) => catchingUp.update(handled),
      async (payments, queries): Promise<FileOutcome> => {
        const found = runNumbered(await payments.runsOf(municipality, month), run);
        if (found === undefined) return { kind: 'not-found' };
        const caseIds = (await queries.linesOfRun(found.runId)).map(({ caseId }) => caseId);
        await logCases(installation, 'kvp-payment-file', actor, caseIds);
        const request = { commandId: v4(), correlationId: 'kvp', actor, now: io.now(), caseIds, signal };
        return await payments.makeFile(
          { municipality, month, number: found.number },
          { ...request, onProgress: (cases) => reading.update(cases) },
        );
      },
    ),
  )
    .catch((error: unknown) => {
      if (signal.aborted) return null;
      throw error;
    })
    .finally(() => reading.end());
  if (outcome === null) return EXIT.interrupted;
  if (outcome.kind === 'file') await writeWhole(path, new TextEncoder().encode(outcome.content));
  for (const line of told(outcome, path)) io.print(line);
  return outcome.kind === 'file' ? EXIT.ok : EXIT.failure;
}

const runNumbered = (runs: readonly RunView[], number: string | undefined): RunView | undefined =>
  number === undefined ? runs.findLast(({ status }) => status === 'completed') : runs.find((run) => run.number === Number(number));

function told(outcome: FileOutcome, path: string): readonly string[] {
  switch (outcome.kind) {
    case 'file': {
      const { paymentFile: file, reference } = outcome.run;
      const sums = file === null ? '' : `, ${file.transfers} betalinger, ${formatKronerNb(file.net)}, ${file.executionDate}`;
      return [
        `Betalingsfilen for kjøring ${reference}${sums}: ${path}`,
        'Bare oppbygning, summer og kontrollsifre er kontrollert. Banken kontrollerer filen mot skjemaet pain.001.001.09.',
      ];
    }
    case 'refused':
      return outcome.refusals.map(({ code, message, remedy }) => `${message} ${remedy} (${code})`);
    case 'too-early':
      return [`${outcome.refusal.message} ${outcome.refusal.remedy} (${outcome.refusal.code})`];
    case 'not-found':
      return ['Det er ingen fullført kjøring for måneden.'];
    case 'behind':
      return ['Visningen av det som er gjort opp, er ikke oppdatert ennå. Prøv igjen.'];
  }
}
