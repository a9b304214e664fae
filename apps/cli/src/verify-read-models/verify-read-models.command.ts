import { VERSION, readConfig } from '@kvp/api';
import { type VerifyReport, verifyReadModels } from '@kvp/projections';
import type { AddCommand } from '../command.ts';
import { EXIT } from '../exit-status.ts';
import { withInstallation } from '../installation/open-installation.ts';
import { progressOn } from '../terminal/progress.ts';
import { tellDifference } from './tell-difference.ts';

/** `kvp verify-read-models`: are the read models what the log makes of them? */
export const verifyReadModelsCommand: AddCommand = (program, io, end) =>
  program
    .command('verify-read-models')
    .description('rebuild every read model beside the live one and compare; exit status 1 when one differs')
    .action(async () => {
      const signal = io.interruption();
      const progress = progressOn(io, { what: 'comparing', unit: 'events' });
      const reports = await withInstallation(readConfig(io.env), io, ({ store, pool, keys }) =>
        verifyReadModels({
          store,
          pool,
          keys,
          codeVersion: VERSION,
          signal,
          onProgress: ({ handled, total }) => progress.update(handled, total),
        }),
      ).finally(() => progress.end());
      for (const report of reports) io.print(tellVerified(report));
      end(reports.every(({ outcome }) => outcome === 'equal' || outcome === 'empty') ? EXIT.ok : EXIT.failure);
    });

/** One line a read model. */
export function tellVerified({ readModel, handled, outcome, difference }: VerifyReport): string {
  switch (outcome) {
    case 'equal':
      return `${readModel}: equal to a rebuild of ${handled} events.`;
    case 'empty':
      return `${readModel}: nothing is live yet.`;
    case 'unlike-shape':
      return `${readModel}: the live tables were made by other code; run kvp rebuild ${readModel}.`;
    case 'different':
      return `${readModel}: differs from a rebuild of ${handled} events, first at ${difference === null ? 'an unknown place' : tellDifference(difference)}.`;
  }
}
