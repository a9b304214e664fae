import { parties } from '../harness/parties.ts';
import { runProgram } from '../harness/program.ts';
import { perSecond, table } from '../harness/table.ts';
import type { KostraFileMade } from '../own/kostra-file.ts';
import type { ReportsRebuilt } from '../own/report-rebuild.ts';
import { type BenchRun, goal } from './bench-run.ts';

const PARTICIPANTS = 20_000;
const MEGABYTE = 1024 ** 2;

/** The yearly file with its controls, and every report counted anew out of the whole log. */
export async function reportsSection({ place, seeded }: BenchRun): Promise<string> {
  const file = await runProgram<KostraFileMade>(parties.kostraFile, { count: PARTICIPANTS });
  if (file.records !== PARTICIPANTS || !file.accepted)
    throw new Error(`The file has ${file.records} records and is${file.accepted ? '' : ' not'} accepted.`);
  const rebuilt = await runProgram<ReportsRebuilt>(parties.reportRebuild, place);
  return [
    'Reports',
    goal(
      file.seconds < 10 && file.peakBytes < 300 * MEGABYTE,
      `KOSTRA 11CF: ${file.records} cases written and held against ${file.controls} controls in ${file.seconds.toFixed(1)} s ` +
        `(${file.processorSeconds.toFixed(1)} s of a processor), ` +
        `${Math.round(file.peakBytes / MEGABYTE)} MB at most (under 10 s and 300 MB)`,
    ),
    table(
      [`out of a log of ${seeded.events} events`, 'cases', 'took', 'events/s'],
      rebuilt.reports.map(({ kind, cases, seconds }) => [
        kind,
        String(cases),
        `${seconds.toFixed(1)} s`,
        perSecond(seeded.events / seconds),
      ]),
    ),
    `         ${Math.round(rebuilt.peakBytes / MEGABYTE)} MB at most`,
  ].join('\n');
}
