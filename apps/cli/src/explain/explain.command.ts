import { createRates, createRegisterFiles, readCaseEvents } from '@kvp/deciding';
import { iso } from '@kvp/calendar';
import { sheetPdf } from '@kvp/documents';
import { calculationSheet, dayInOslo, explainLine, lineNamed, sheetHtml } from '@kvp/history';
import { readConfig } from '@kvp/api';
import { writeWhole } from '../terminal/write-whole.ts';
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
  readonly pdf?: string;
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
    .option('--pdf <file>', 'the calculation sheet as PDF/A, whole on disk or not there at all')
    .action(async (caseId: string, line: string, { knownAt, json, html, pdf }: Options) => {
      const name = lineNamed(line);
      if (name === undefined) throw new CliError('A line is named by its month: 2026-06, or 2026-06-collectionAgency.', EXIT.malformed);
      const moment = momentFrom(undefined, knownAt, io.now());
      const id = caseIdOf(caseId);
      const explained = await withInstallation(readConfig(io.env), io, async (installation) => {
        await writeDownLook(installation, id, 'kvp-explain');
        const { store, keys } = installation;
        const { announced, revision } = await createRates(createRegisterFiles(store, keys, () => 0)).book();
        const events = await readCaseEvents(installation, id);
        if (events.length === 0) throw new CliError(`There is no case ${id}.`);
        return explainLine(events, name, moment.knownAt, { announced, revision });
      });
      if (explained === undefined) throw new CliError(`Case ${id} has no line ${line}, as it was known then.`);
      const sheet = calculationSheet(explained);
      if (pdf !== undefined) {
        const bytes = sheetPdf(sheet, { caseId: id, date: iso(dayInOslo(moment.knownAt)) });
        await writeWhole(pdf, bytes);
        io.complain(`${pdf}: ${bytes.length} bytes.`);
      }
      if (json) io.print(JSON.stringify(explained));
      else if (html) io.print(sheetHtml(sheet));
      else if (pdf === undefined) for (const text of tellSheet(sheet)) io.print(text);
      end(EXIT.ok);
    });
