import { checkpointKeysOf, readConfig } from '@kvp/api';
import { type PlainDate, date as dateOf, isAfter, isIsoDate } from '@kvp/calendar';
import { dayIn } from '@kvp/deciding';
import type { AddCommand } from '../command.ts';
import { CliError, EXIT } from '../exit-status.ts';
import { withInstallation } from '../installation/open-installation.ts';
import { progressOn } from '../terminal/progress.ts';
import { type TickReport, tick } from './tick.ts';

interface Options {
  readonly date?: string;
  readonly json: boolean;
}

/** `kvp tick`: writes into the cases what the passing of a day makes history. Ctrl-C stops it, and the next run goes on with the rest. */
export const tickCommand: AddCommand = (program, io, end) =>
  program
    .command('tick')
    .description('record what a day has brought: decision periods that ran out without a decision, programmes that ended by themselves')
    .option('--date <date>', 'the day to record up to, today when left out; never later')
    .option('--json', 'the result as JSON on standard output, nothing else there', false)
    .action(async ({ date: asked, json }: Options) => {
      const date = dayOf(asked, dayIn(io.now()));
      const signal = io.interruption();
      const catchingUp = progressOn(io, { what: 'reading the log', unit: 'events' });
      const recording = progressOn(io, { what: 'recording', unit: 'cases' });
      const config = readConfig(io.env);
      const report = await withInstallation(config, io, (installation) =>
        tick(installation, {
          date,
          now: io.now,
          signal,
          checkpointKeys: checkpointKeysOf(config)(),
          onCatchUp: (handled) => catchingUp.update(handled),
          onProgress: (looked, due) => recording.update(looked, due),
        }),
      ).finally(() => recording.end());
      if (report.complete && report.checkpoint === null) io.complain('The log was not signed: there is no key. Set CHECKPOINT_KEYS.');
      for (const line of json ? [JSON.stringify(report)] : tellTick(report)) io.print(line);
      end(statusOf(report));
    });

/** Throws CliError for what is no day, or one that has not come. */
function dayOf(asked: string | undefined, today: PlainDate): PlainDate {
  if (asked === undefined) return today;
  if (!isIsoDate(asked)) throw new CliError(`--date: ${asked} is no day; write it as 2026-11-22.`, EXIT.malformed);
  const day = dateOf(asked);
  if (isAfter(day, today))
    throw new CliError(`--date: ${asked} is later than today, ${today.toString()}. Nothing is recorded ahead of time.`, EXIT.malformed);
  return day;
}

function statusOf({ complete, unreadable }: TickReport): number {
  if (!complete) return EXIT.interrupted;
  return unreadable > 0 ? EXIT.failure : EXIT.ok;
}

/** What was recorded, and what was not. */
export function tellTick({ date, due, looked, recorded, checkpoint, unreadable, complete }: TickReport): readonly string[] {
  const counts = Object.entries(recorded).filter(([, count]) => count > 0);
  return [
    counts.length === 0
      ? `${date.toString()}: nothing was recorded.`
      : `${date.toString()}: recorded ${counts.map(([type, count]) => `${count} ${type}`).join(', ')}.`,
    ...(checkpoint?.isNew === true ? [`The log was signed: ${checkpoint.size} events.`] : []),
    ...(unreadable === 0 ? [] : [`${unreadable} of ${looked} cases cannot be opened: the keys of their persons are gone.`]),
    ...(complete ? [] : [`Stopped after ${looked} of ${due} cases. Run it again and it goes on with the rest.`]),
  ];
}
