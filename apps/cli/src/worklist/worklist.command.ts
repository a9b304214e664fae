import { readConfig } from '@kvp/api';
import { type PlainDate, date as dateOf, isIsoDate, norwegianDate } from '@kvp/calendar';
import { dayIn } from '@kvp/deciding';
import { DEADLINE_KINDS, type DeadlineKind } from '@kvp/lifecycle';
import { OPEN_STANDINGS } from '@kvp/projections';
import { Option } from 'commander';
import type { AddCommand } from '../command.ts';
import { CliError, EXIT } from '../exit-status.ts';
import { withInstallation } from '../installation/open-installation.ts';
import { progressOn } from '../terminal/progress.ts';
import { readWorklist } from './read-worklist.ts';
import { tellWorklist } from './tell-worklist.ts';

interface Options {
  readonly date?: string;
  readonly municipality?: string;
  readonly office?: string;
  readonly caseworker?: string;
  readonly kind?: DeadlineKind;
  readonly standing?: (typeof OPEN_STANDINGS)[number];
  readonly json: boolean;
}

/** `kvp worklist`: what falls due on a day, as it is known now. */
export const worklistCommand: AddCommand = (program, io, end) =>
  program
    .command('worklist')
    .description('what is near, due or overdue on a day, the earliest first')
    .option('--date <date>', 'the day, today when left out')
    .option('--municipality <number>', 'one municipality, four digits; all of them when left out')
    .option('--office <office>', 'one office')
    .option('--caseworker <id>', 'the cases that one caseworker has')
    .addOption(new Option('--kind <kind>', 'one kind of deadline').choices([...DEADLINE_KINDS]))
    .addOption(new Option('--standing <standing>', 'how it stands; near, due and overdue when left out').choices([...OPEN_STANDINGS]))
    .option('--json', 'as JSON on standard output, nothing else there', false)
    .action(async ({ date, municipality, json, ...filter }: Options) => {
      const on = dayOf(date, dayIn(io.now()));
      if (municipality !== undefined && !/^\d{4}$/.test(municipality))
        throw new CliError('--municipality is a number of four digits.', EXIT.malformed);
      const signal = io.interruption();
      const catchingUp = progressOn(io, { what: 'reading the log', unit: 'events' });
      const lists = await withInstallation(readConfig(io.env), io, (installation) =>
        readWorklist(installation, {
          ...{ on, filter, signal, onCatchUp: (handled: number) => catchingUp.update(handled) },
          ...(municipality === undefined ? {} : { municipality }),
        }),
      ).finally(() => catchingUp.end());
      if (json) io.print(JSON.stringify({ on, municipalities: lists }));
      else
        for (const { municipality: number, items } of lists)
          for (const line of [`Oppgaveliste for kommune ${number} per ${norwegianDate(on)}`, '', ...tellWorklist(items, on), ''])
            io.print(line);
      if (!json && lists.length === 0) io.print('Det finnes ingen saker.');
      end(signal.aborted ? EXIT.interrupted : EXIT.ok);
    });

/** Throws CliError for what is no day. */
function dayOf(asked: string | undefined, today: PlainDate): PlainDate {
  if (asked === undefined) return today;
  if (!isIsoDate(asked)) throw new CliError(`--date: ${asked} is no day; write it as 2026-11-22.`, EXIT.malformed);
  return dateOf(asked);
}
