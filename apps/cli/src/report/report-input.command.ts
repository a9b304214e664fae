import { randomUUID } from 'node:crypto';
import { userInfo } from 'node:os';
import { VERSION, readConfig } from '@kvp/api';
import { iso } from '@kvp/calendar';
import { dayIn } from '@kvp/deciding';
import { askedOf, coverage, grantModel, reportOf } from '@kvp/reporting';
import { type SubmitRequest, importInput } from '@kvp/report-desk';
import type { AddCommand } from '../command.ts';
import { CliError, EXIT } from '../exit-status.ts';
import { withInstallation } from '../installation/open-installation.ts';
import { progressOn } from '../terminal/progress.ts';
import { type InputSource, type ReadFile, readInput } from './read-input.ts';

interface Options extends Partial<Readonly<Record<InputSource, string>>> {
  readonly passedOver: boolean;
}

/** Which files each report takes. */
const TAKES: Readonly<Record<string, readonly InputSource[]>> = { [coverage.kind]: ['list', 'resources'], [grantModel.kind]: ['grant'] };

/** `kvp report-input`: reads what a report needs beside the log. With one fault in a file nothing of any is taken. */
export const reportInputCommand: AddCommand = (program, io, end) =>
  program
    .command('report-input <kind> <area> <period>')
    .description('read what coverage and grant-model need beside the log. One fault in a file, and nothing is kept')
    .option('--list <path>', 'coverage, CSV: referanse, kommune, måneder, innsatsbehov, annen inntekt, tilbudt')
    .option('--resources <path>', 'coverage, CSV: kommune, måltall, budsjett, plasser')
    .option('--grant <path>', 'grant-model, JSON: extraCost, assumedParticipants, parts (docs/reports.md)')
    .option('--passed-over', 'print the references of those who should have been offered the programme and were not', false)
    .action(async (kind: string, area: string, period: string, { passedOver, ...files }: Options) => {
      const definition = reportOf(kind);
      const takes = TAKES[kind];
      if (definition === undefined || takes === undefined)
        throw new CliError(`Only ${Object.keys(TAKES).join(' and ')} take anything beside the log.`, EXIT.malformed);
      const given = takes.flatMap((source) => (files[source] === undefined ? [] : [{ source, path: files[source] }]));
      if (given.length === 0) throw new CliError(`Name ${takes.map((source) => `--${source}`).join(' or ')}.`, EXIT.malformed);
      const now = io.now();
      const asked = askedOf(definition, { area, period }, iso(dayIn(now)));
      if (!('area' in asked)) throw new CliError(asked.map(({ field, message }) => `${field} ${message}`).join('; ') + '.', EXIT.malformed);

      const signal = io.interruption();
      const reading = progressOn(io, { what: 'reading', unit: 'rows' });
      const read: ReadFile[] = [];
      for (const { source, path } of given)
        read.push(await readInput(source, path, { on: asked.asOf, signal, onProgress: (rows) => reading.update(rows) }));
      reading.end();
      const faults = read.flatMap((file) => file.faults);
      for (const fault of faults) io.complain(fault);
      if (faults.length > 0) return end(EXIT.malformed);

      const request = (): SubmitRequest => ({
        ...{ commandId: randomUUID(), correlationId: 'kvp', now, codeVersion: VERSION },
        actor: { id: `account:${userInfo().username}`, role: 'operations', municipality: area, office: '' },
      });
      await withInstallation(readConfig(io.env), io, async (installation) => {
        for (const { source, hash, rows, value } of read) {
          const revision = await importInput(installation, { kind, area, period }, { source, rows, hash, input: value ?? {} }, request());
          if (revision === undefined) throw new CliError('Somebody else was importing for the same report. Run it again.');
        }
      });
      for (const { source, rows, passedOver: references } of read) {
        io.print(`${source}: ${rows} rows.`);
        if (passedOver) for (const reference of references) io.print(reference);
      }
      end(EXIT.ok);
    });
