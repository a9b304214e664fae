import { readConfig } from '@kvp/api';
import type { PaymentService, RunOutcome } from '@kvp/deciding';
import type { Month } from '@kvp/stipend';
import { v4 } from 'uuid';
import type { AddCommand } from '../command.ts';
import { CliError, EXIT } from '../exit-status.ts';
import { withInstallation } from '../installation/open-installation.ts';
import { progressOn } from '../terminal/progress.ts';
import { writePaymentFile } from './payment-file.ts';
import { logShown, payerIn, withPayments } from './payment-installation.ts';
import { tellReport, tellTotals } from './tell-run.ts';

interface Options {
  readonly dryRun: boolean;
  readonly paymentFile?: string;
  readonly run?: string;
  readonly json: boolean;
}

/** `kvp payment-run`: pays what is due and not settled. Ctrl-C stops it between two cases; started again, it goes on with the same run. */
export const paymentRunCommand: AddCommand = (program, io, end) =>
  program
    .command('payment-run')
    .argument('<municipality>', 'four digits')
    .argument('<month>', 'the last earning month to pay for, as 2026-06; it must have ended')
    .description('pay what is due and not settled: sums, changes and what is out of the ordinary; take up a run that was broken off')
    .option('--dry-run', 'show what it would pay, and write nothing', false)
    .option('--payment-file <path>', 'write the pain.001.001.09 file of a completed run instead, of the net amounts that payroll returned')
    .option('--run <number>', 'of which run of the month the file is; the last one when left out')
    .option('--json', 'the result as JSON on standard output, nothing else there', false)
    .action(async (municipality: string, month: string, { dryRun, json, paymentFile, run }: Options) => {
      if (!/^\d{4}$/.test(municipality)) throw new CliError(`${municipality} is no municipality; write four digits.`, EXIT.malformed);
      if (!/^\d{4}-(0[1-9]|1[0-2])$/.test(month)) throw new CliError(`${month} is no month; write it as 2026-06.`, EXIT.malformed);
      if (paymentFile !== undefined)
        return end(await writePaymentFile({ municipality, month: month as Month, run, path: paymentFile }, io));
      const signal = io.interruption();
      const catchingUp = progressOn(io, { what: 'reading the log', unit: 'events' });
      const running = progressOn(io, { what: 'paying', unit: 'cases' });
      const actor = payerIn(municipality);
      const pay = async (payments: PaymentService): Promise<RunOutcome> => {
        const request = {
          commandId: v4(),
          correlationId: 'kvp',
          actor,
          now: io.now(),
          signal,
          onProgress: (cases: number) => running.update(cases),
        };
        const open = (await payments.runsOf(municipality, month as Month)).find(
          ({ status }) => status === 'opened' || status === 'approved',
        );
        return open === undefined || dryRun
          ? await payments.run({ ...request, month: month as Month, kind: 'ordinary', dryRun })
          : await payments.resume({ municipality, month: month as Month, number: open.number }, request);
      };
      const outcome = await withInstallation(readConfig(io.env), io, async (installation) => {
        const result = await withPayments(installation, signal, (handled) => catchingUp.update(handled), pay);
        if (result !== null && 'report' in result && result.report !== null)
          await logShown(installation, 'kvp-payment-run', actor, result.report);
        return result;
      })
        .catch((error: unknown) => {
          if (signal.aborted) return null;
          throw error;
        })
        .finally(() => running.end());
      if (outcome === null) {
        io.print('Stopped. Run it again and it goes on where it was.');
        return end(EXIT.interrupted);
      }
      for (const line of json ? [JSON.stringify(outcome)] : tellOutcome(outcome)) io.print(line);
      end(outcome.kind === 'run' || outcome.kind === 'would-run' ? EXIT.ok : EXIT.failure);
    });

function tellOutcome(outcome: RunOutcome): readonly string[] {
  switch (outcome.kind) {
    case 'would-run':
      return [`Prøvekjøring, utbetaling ${outcome.payDate}: ingenting er skrevet.`, ...tellReport(outcome.report)];
    case 'run': {
      const { reference, status, payDate, totals, leftOut } = outcome.run;
      const stands = status === 'proposed' ? 'venter på godkjenning hos en annen' : 'er fullført';
      return [
        `Kjøring ${reference} ${stands}, utbetaling ${payDate}.`,
        ...(outcome.report === null ? tellTotals(totals) : tellReport(outcome.report)),
        ...(leftOut === 0 ? [] : [`${leftOut} saker var endret siden godkjenningen, og er overlatt til neste kjøring.`]),
      ];
    }
    case 'refused':
      return outcome.refusals.map(({ code, message, remedy }) => `${message} ${remedy} (${code})`);
    case 'not-found':
    case 'key-reused':
    case 'contended':
      return ['Andre åpner kjøringer for måneden samtidig. Prøv igjen.'];
  }
}
