import { VERSION, readConfig } from '@kvp/api';
import { type GrowOptions, TREE_LOCK, emptyTree, growTree, prepareTree } from '@kvp/notary';
import { type RebuildReport, openSession, projections, rebuild } from '@kvp/projections';
import type { AddCommand } from '../command.ts';
import { CliError, EXIT } from '../exit-status.ts';
import { withInstallation } from '../installation/open-installation.ts';
import type { Io } from '../terminal/io.ts';
import { progressOn } from '../terminal/progress.ts';
import { tellDifference } from '../verify-read-models/tell-difference.ts';

/** `kvp rebuild [name]`: read models made anew from the log, beside the live ones. Ctrl-C stops it, and the next run goes on. */
export const rebuildCommand: AddCommand = (program, io, end) =>
  program
    .command('rebuild')
    .description('build read models anew from the log beside the live ones, then switch; can be stopped and goes on where it was')
    .argument(
      '[name]',
      `one of ${projections.map(({ name }) => name).join(', ')}; all of them when left out. ${LOG_TREE}: the tree over the log`,
    )
    .action(async (name: string | undefined) => {
      const signal = io.interruption();
      await withInstallation(readConfig(io.env), io, async ({ store, pool, keys }) => {
        if (name === LOG_TREE) return end(await rebuildTree({ store, pool, signal }, io));
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
      end(EXIT.ok);
    });

const LOG_TREE = 'log-tree';

/** The tree is no read model: it has one form, and what it was is held against the log by `kvp verify`. */
async function rebuildTree({ store, pool, signal }: Pick<GrowOptions, 'store' | 'pool' | 'signal'>, io: Io): Promise<number> {
  await prepareTree(pool);
  const session = await openSession(pool, ...TREE_LOCK);
  if (session === null) throw new CliError('A running system keeps the tree over the log. Stop it first.');
  const progress = progressOn(io, { what: `rebuilding ${LOG_TREE}`, unit: 'events' });
  try {
    await emptyTree(session);
    const { size } = await growTree({ store, pool, session, once: true, signal, onProgress: (grown) => progress.update(grown.size) });
    progress.end();
    io.print(`${LOG_TREE}: made from ${size} events.`);
    return signal.aborted ? EXIT.interrupted : EXIT.ok;
  } finally {
    await session.close();
  }
}

/** One line: what was built, and whether it agreed with what was live. A difference is no failure: the new one comes from the log. */
export function tellRebuild({ readModel, version, handled, difference }: RebuildReport): string {
  const built = `${readModel}: version ${version} is live, made from ${handled} events`;
  if (difference === undefined) return `${built}; there was nothing of the same shape to compare it with.`;
  return difference === null
    ? `${built}; equal to what was live.`
    : `${built}; what was live differed, first at ${tellDifference(difference)}.`;
}
