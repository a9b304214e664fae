import { createRates, createRegisterFiles, readCaseEvents } from '@kvp/deciding';
import { calculationSheet, explainLine, lineNamed, sheetHtml } from '@kvp/history';
import { readConfig } from '@kvp/api';
import type { AddCommand } from '../command.ts';
import { CliError, EXIT } from '../exit-status.ts';
import { momentFrom } from '../history/moment-options.ts';
import { caseIdOf, writeDownLook } from '../installation/look.ts';
import { withInstallation } from '../installation/open-installation.ts';
import { tellSheet } from './tell-sheet.ts';

interface Options {
  readonly knownAt?: string;
  readonly json: boolean;
  readonly html: boolean;
}

/** `kvp explain <case> <line>`: the calculation sheet of a payment line. */
export const explainCommand: AddCommand = (program, io, end) =>
  program
    .command('explain')
    .description('a payment line from its amount to days, rates, provisions, events and those who recorded them')
    .argument('<case>', 'case id')
    .argument('<line>', 'the earning month, 2026-06; with -collectionAgency the line of the collection agency')
    .option('--known-at <moment>', 'as it was known then: a day (its end) or an instant; now when left out')
    .option('--json', 'as JSON on standard output', false)
    .option('--html', 'the calculation sheet as a page', false)
    .action(async (caseId: string, line: string, { knownAt, json, html }: Options) => {
      const name = lineNamed(line);
      if (name === undefined) throw new CliError('A line is named by its month: 2026-06, or 2026-06-collectionAgency.', EXIT.malformed);
      const moment = momentFrom(undefined, knownAt, io.now());
      const id = caseIdOf(caseId);
      const explained = await withInstallation(readConfig(io.env), io, async (installation) => {
        await writeDownLook(installation, id, 'kvp-explain');
        const { store, keys } = installation;
        const { announced, revision } = await createRates(createRegisterFiles(store, keys, () => 0)).book();
        return explainLine(await readCaseEvents(installation, id), name, moment.knownAt, { announced, revision });
      });
      if (explained === undefined) throw new CliError(`Case ${id} has no line ${line}, as it was known then.`);
      if (json) io.print(JSON.stringify(explained));
      else if (html) io.print(sheetHtml(calculationSheet(explained)));
      else for (const text of tellSheet(calculationSheet(explained))) io.print(text);
      end(EXIT.ok);
    });
