import { readConfig } from '@kvp/api';
import { type ReplayDifference, type ReplayReport, replayDecisions } from '@kvp/deciding';
import type { Position } from '@kvp/event-store';
import type { AddCommand } from '../command.ts';
import { EXIT } from '../exit-status.ts';
import { withInstallation } from '../installation/open-installation.ts';
import { progressOn } from '../terminal/progress.ts';

interface Options {
  readonly after?: string;
  readonly json: boolean;
}

/** `kvp replay-decisions`: would everything be decided as it was? Ctrl-C stops it, and `--after` goes on. */
export const replayDecisionsCommand: AddCommand = (program, io, end) =>
  program
    .command('replay-decisions')
    .description('decide every stored command again on the state, policy and law of its moment; exit status 1 when one comes out otherwise')
    .option('--after <place>', 'go on after the place in the log that a stopped run told')
    .option('--json', 'the report as JSON on standard output, nothing else there', false)
    .action(async ({ after, json }: Options) => {
      const signal = io.interruption();
      const progress = progressOn(io, { what: 'deciding again', unit: 'cases' });
      const report = await withInstallation(readConfig(io.env), io, (installation) =>
        replayDecisions(installation, {
          signal,
          onProgress: (cases) => progress.update(cases),
          ...(after === undefined ? {} : { after: after as Position }),
        }),
      ).finally(() => progress.end());
      for (const line of json ? [JSON.stringify(report)] : tellReplay(report)) io.print(line);
      if (!report.complete) return end(EXIT.interrupted);
      end(report.differences.length === 0 ? EXIT.ok : EXIT.failure);
    });

/** Each command that comes out otherwise, and a closing line. */
export function tellReplay({ cases, commands, differences, complete, after }: ReplayReport): readonly string[] {
  const counted = `${commands} commands of ${cases} cases decided again`;
  const closing = differences.length === 0 ? 'all as they were' : `${differences.length} otherwise`;
  return [
    ...differences.map(tellDifference),
    `${counted}: ${closing}.`,
    ...(complete ? [] : [`Stopped. Go on with --after ${after ?? 'the beginning'}.`]),
  ];
}

const tellDifference = ({ caseId, revision, command, what, fields }: ReplayDifference): string =>
  `case ${caseId} revision ${revision}: ${command} ${WHAT[what]} ${fields.join(', ')}`;

const WHAT = {
  refused: 'would be refused:',
  field: 'differs in',
  missing: 'would no longer give',
  added: 'would also give',
  'unknown-command': 'is not known to this release:',
} as const satisfies Record<ReplayDifference['what'], string>;
