import { readConfig } from '@kvp/api';
import { type ChainReport, verifyChains } from '@kvp/deciding';
import type { AddCommand } from '../command.ts';
import { EXIT } from '../exit-status.ts';
import { withInstallation } from '../installation/open-installation.ts';
import { progressOn } from '../terminal/progress.ts';

/** `kvp verify`: is the log what was written, event for event? */
export const verifyCommand: AddCommand = (program, io, end) =>
  program
    .command('verify')
    .description('walk the chain of hashes of every stream; exit status 1 when one is broken')
    .action(async () => {
      const signal = io.interruption();
      const progress = progressOn(io, { what: 'verifying', unit: 'events' });
      const report = await withInstallation(readConfig(io.env), io, ({ store }) =>
        verifyChains(store, { signal, onProgress: (events) => progress.update(events) }),
      );
      progress.end();
      if (signal.aborted) return end(EXIT.interrupted);
      for (const line of tellChains(report)) io.print(line);
      end(report.faults.length + report.strangers.length === 0 ? EXIT.ok : EXIT.failure);
    });

const FAULTS = {
  'revision-missing': 'an event is missing before it',
  'previous-hash-differs': 'it does not continue the event before it',
  'hash-differs': 'it was changed: its hash is another one',
} as const satisfies Record<ChainReport['faults'][number]['fault'], string>;

/** The first difference of each stream that has one, in log order, what stands where it does not belong, and a closing line. */
export function tellChains({ events, streams, faults, strangers }: ChainReport): readonly string[] {
  const counted = `${events} events in ${streams} streams`;
  const misplaced = strangers.map(({ stream, revision, type }) => `${stream} revision ${revision}: ${type} does not belong there`);
  if (faults.length === 0) return [...misplaced, `${counted}: every chain holds.`];
  return [
    ...misplaced,
    ...faults.map(({ stream, revision, fault }) => `${stream} revision ${revision}: ${FAULTS[fault]} (${fault})`),
    `${counted}: ${faults.length} ${faults.length === 1 ? 'chain is' : 'chains are'} broken.`,
  ];
}
