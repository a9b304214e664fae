import { VERSION, readConfig } from '@kvp/api';
import { type RefreshReport, bringUpToDate, paymentSchedule, refreshSchedules } from '@kvp/projections';
import type { AddCommand } from '../command.ts';
import { EXIT } from '../exit-status.ts';
import { withInstallation } from '../installation/open-installation.ts';
import { progressOn } from '../terminal/progress.ts';

/** `kvp refresh-schedules`: after a new rate. Ctrl-C stops it, and the next run goes on with the rest. */
export const refreshSchedulesCommand: AddCommand = (program, io, end) =>
  program
    .command('refresh-schedules')
    .description('compute every payment schedule anew that stands on other rates than those known now; reads need not wait for it')
    .option('--json', 'the result as JSON on standard output, nothing else there', false)
    .action(async ({ json }: { readonly json: boolean }) => {
      const signal = io.interruption();
      const catchingUp = progressOn(io, { what: 'reading the log', unit: 'events' });
      const refreshing = progressOn(io, { what: 'refreshing', unit: 'cases' });
      const report = await withInstallation(readConfig(io.env), io, async ({ store, pool, keys }) => {
        const options = { store, pool, keys, signal };
        await bringUpToDate(paymentSchedule, { ...options, codeVersion: VERSION, onProgress: (handled) => catchingUp.update(handled) });
        return await refreshSchedules({ ...options, onProgress: (done, stale) => refreshing.update(done, stale) });
      }).finally(() => refreshing.end());
      for (const line of json ? [JSON.stringify(report)] : tellRefresh(report)) io.print(line);
      if (!report.complete) return end(EXIT.interrupted);
      end(report.unreadable > 0 ? EXIT.failure : EXIT.ok);
    });

/** What was computed anew, and what was not. */
function tellRefresh({ ratesRevision, stale, refreshed, unreadable, complete }: RefreshReport): readonly string[] {
  return [
    stale === 0
      ? `Every schedule stands on the rates ${ratesRevision}.`
      : `${refreshed} of ${stale} schedules computed on the rates ${ratesRevision}.`,
    ...(unreadable === 0 ? [] : [`${unreadable} cannot be opened: the keys of their persons are gone.`]),
    ...(complete ? [] : ['Stopped. Run it again and it goes on with the rest.']),
  ];
}
