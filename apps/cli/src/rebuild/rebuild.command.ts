import { VERSION, readConfig } from '@kvp/api';
import { type RebuildReport, projections, rebuild } from '@kvp/projections';
import type { AddCommand } from '../command.ts';
import { withInstallation } from '../installation/open-installation.ts';
import { progressOn } from '../terminal/progress.ts';
import { tellDifference } from '../verify-read-models/tell-difference.ts';

/** `kvp rebuild [name]`: read models made anew from the log, beside the live ones. Ctrl-C stops it, and the next run goes on. */
export const rebuildCommand: AddCommand = (program, io, end) =>
  program
    .command('rebuild')
    .description('build read models anew from the log beside the live ones, then switch; can be stopped and goes on where it was')
    .argument('[name]', `one of ${projections.map(({ name }) => name).join(', ')}; all of them when left out`)
    .action(async (name: string | undefined) => {
      const signal = io.interruption();
      await withInstallation(readConfig(io.env), io, async ({ store, pool, keys }) => {
        for (const readModel of name === undefined ? projections.map((projection) => projection.name) : [name]) {
          const progress = progressOn(io, { what: `rebuilding ${readModel}`, unit: 'events' });
          const report = await rebuild(readModel, {
            store,
            pool,
            keys,
            codeVersion: VERSION,
            signal,
            onProgress: ({ handled, total }) => progress.update(handled, total),
          }).finally(() => progress.end());
          io.print(tellRebuild(report));
        }
      });
      end(0);
    });

/** One line: what was built, and whether it agreed with what was live. A difference is no failure: the new one comes from the log. */
export function tellRebuild({ readModel, version, handled, difference }: RebuildReport): string {
  const built = `${readModel}: version ${version} is live, made from ${handled} events`;
  if (difference === undefined) return `${built}; there was nothing of the same shape to compare it with.`;
  return difference === null
    ? `${built}; equal to what was live.`
    : `${built}; what was live differed, first at ${tellDifference(difference)}.`;
}
