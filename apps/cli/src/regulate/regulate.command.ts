import { VERSION, readConfig } from '@kvp/api';
import { type PaymentService, type RunOutcome, dayIn } from '@kvp/deciding';
import { iso } from '@kvp/calendar';
import { type Totals, NO_TOTALS, monthBefore } from '@kvp/payments';
import { formatKronerNb, ore } from '@kvp/money';
import { municipalitiesWithSchedules } from '@kvp/projections';
import type { Month } from '@kvp/stipend';
import { v5 } from 'uuid';
import type { AddCommand } from '../command.ts';
import { EXIT } from '../exit-status.ts';
import { withInstallation } from '../installation/open-installation.ts';
import { logShown, payerIn, withPayments } from '../payment-run/payment-installation.ts';
import { tellTotals } from '../payment-run/tell-run.ts';
import { progressOn } from '../terminal/progress.ts';

/** What the ids of a day's regulation are made of: one a municipality, so that a run that was broken off is taken up. */
const REGULATIONS = '0b5c4e0a-6f5f-5d4e-8d38-0a1f6a0b7d11';

interface Regulated {
  readonly municipality: string;
  readonly outcome: RunOutcome;
}

/** `kvp regulate`: the annual regulation of G. Pays, in every municipality, what a new rate adds to months that were settled before. */
export const regulateCommand: AddCommand = (program, io, end) =>
  program
    .command('regulate')
    .description('pay what a new rate adds to months that are settled, in every municipality; the month that waits for its run is left')
    .option('--dry-run', 'show who gets how much, and write nothing', false)
    .option('--all', 'everyone who gets something, not the twenty of each municipality who get most', false)
    .option('--json', 'the result as JSON on standard output, nothing else there', false)
    .action(async ({ dryRun, all, json }: { readonly dryRun: boolean; readonly all: boolean; readonly json: boolean }) => {
      const signal = io.interruption();
      const catchingUp = progressOn(io, { what: 'reading the log', unit: 'events' });
      const running = progressOn(io, { what: 'regulating', unit: 'cases' });
      const now = io.now();
      const month = monthBefore(iso(dayIn(now)).slice(0, 7) as Month);
      const regulated: Regulated[] = [];
      await withInstallation(readConfig(io.env), io, async (installation) => {
        const each = async (payments: PaymentService): Promise<void> => {
          for (const municipality of await municipalitiesWithSchedules(installation.pool)) {
            if (signal.aborted) return;
            const actor = payerIn(municipality);
            const commandId = v5(`${municipality} ${iso(dayIn(now))}`, REGULATIONS);
            const request = {
              commandId,
              correlationId: `kvp regulate ${VERSION}`,
              actor,
              now,
              signal,
              month,
              kind: 'regulation',
              dryRun,
            } as const;
            const outcome = await payments.run({ ...request, onProgress: (cases) => running.update(cases) });
            if ('report' in outcome && outcome.report !== null) await logShown(installation, 'kvp-regulate', actor, outcome.report);
            regulated.push({ municipality, outcome });
          }
        };
        await withPayments(installation, signal, (handled) => catchingUp.update(handled), each);
      }).finally(() => running.end());
      for (const line of json ? [JSON.stringify({ month, dryRun, regulated })] : tellRegulation(regulated, dryRun, all)) io.print(line);
      if (signal.aborted) return end(EXIT.interrupted);
      end(regulated.every(({ outcome }) => outcome.kind === 'run' || outcome.kind === 'would-run') ? EXIT.ok : EXIT.failure);
    });

const totalsOf = (outcome: RunOutcome): Totals =>
  outcome.kind === 'would-run' ? outcome.report.totals : outcome.kind === 'run' ? outcome.run.totals : NO_TOTALS;

/** Of each municipality that not everyone is asked for. */
const SHOWN = 20;

function tellRegulation(regulated: readonly Regulated[], dryRun: boolean, all: boolean): readonly string[] {
  const sum = regulated.reduce((total, { outcome }) => total + totalsOf(outcome).gross, 0);
  return [
    ...(dryRun ? ['Prøvekjøring: ingenting er skrevet.'] : []),
    ...regulated.flatMap(({ municipality, outcome }) => {
      if (outcome.kind === 'refused') return [`${municipality}: ${outcome.refusals.map(({ message }) => message).join(' ')}`];
      const who = 'report' in outcome && outcome.report !== null ? outcome.report.changes.filter((change) => change.now > 0) : [];
      return [
        `${municipality}:`,
        ...tellTotals(totalsOf(outcome)).map((line) => `  ${line}`),
        ...who.slice(0, all ? who.length : SHOWN).map(({ caseId, now }) => `    ${caseId}  ${formatKronerNb(now)}`),
        ...(all || who.length <= SHOWN ? [] : [`    … og ${who.length - SHOWN} til: --all viser alle.`]),
      ];
    }),
    `I alt ${formatKronerNb(ore(sum))} i ${regulated.length} kommuner.`,
  ];
}
