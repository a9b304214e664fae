import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { userInfo } from 'node:os';
import { VERSION, readConfig } from '@kvp/api';
import { iso } from '@kvp/calendar';
import { dayIn } from '@kvp/deciding';
import { askedOf, coverage } from '@kvp/reporting';
import { importInput, importRecipients, importResources } from '@kvp/report-desk';
import type { Fault } from '@kvp/tables';
import type { AddCommand } from '../command.ts';
import { CliError, EXIT } from '../exit-status.ts';
import { withInstallation } from '../installation/open-installation.ts';
import { progressOn } from '../terminal/progress.ts';

interface Options {
  readonly list?: string;
  readonly resources?: string;
  readonly passedOver: boolean;
}

/** A file that was read, and what was counted of it; null when it has a fault. */
interface ReadFile {
  readonly source: 'list' | 'resources';
  readonly path: string;
  readonly hash: ReturnType<typeof createHash>;
  readonly told: readonly string[];
  readonly rows: number;
  readonly faults: readonly Fault[];
  readonly value: object | null;
}

/** `kvp report-input`: reads the lists that the coverage report needs beside the log. A file with one fault is not taken at all. */
export const reportInputCommand: AddCommand = (program, io, end) =>
  program
    .command('report-input <kind> <area> <period>')
    .description('read the lists of the coverage report: CSV, UTF-8, with titles. One fault, and nothing of the file is kept')
    .option('--list <path>', 'referanse, kommune, måneder, innsatsbehov, annen inntekt, tilbudt')
    .option('--resources <path>', 'kommune, måltall, budsjett, plasser')
    .option('--passed-over', 'print the references of those who should have been offered the programme and were not', false)
    .action(async (kind: string, area: string, period: string, { list, resources, passedOver }: Options) => {
      if (kind !== coverage.kind) throw new CliError('Only coverage takes a list.', EXIT.malformed);
      if (list === undefined && resources === undefined) throw new CliError('Name --list, --resources or both.', EXIT.malformed);
      const now = io.now();
      const asked = askedOf(coverage, { area, period }, iso(dayIn(now)));
      if (!('area' in asked)) throw new CliError(asked.map(({ field, message }) => `${field} ${message}`).join('; ') + '.', EXIT.malformed);
      const signal = io.interruption();
      const reading = progressOn(io, { what: 'reading', unit: 'rows' });
      const options = { on: asked.asOf, signal, onProgress: (rows: number) => reading.update(rows) };
      const files = [
        ...(list === undefined ? [] : [{ source: 'list', path: list, read: importRecipients } as const]),
        ...(resources === undefined ? [] : [{ source: 'resources', path: resources, read: importResources } as const]),
      ];
      const read: ReadFile[] = [];
      for (const { source, path, read: importing } of files) {
        const hash = createHash('sha256');
        const imported = await importing(hashed(path, hash), options);
        const told: readonly string[] = 'passedOver' in imported ? imported.passedOver : [];
        read.push({ source, path, hash, told, rows: imported.rows, faults: imported.faults, value: imported.value });
      }
      reading.end();
      const faults = read.flatMap(({ path, faults: found }) => found.map((fault) => tellFault(path, fault)));
      if (faults.length > 0) {
        for (const fault of faults) io.complain(fault);
        return end(EXIT.malformed);
      }
      await withInstallation(readConfig(io.env), io, async (installation) => {
        for (const { source, hash, rows, value } of read) {
          const revision = await importInput(
            installation,
            { kind, area, period },
            { source, rows, hash: hash.digest('hex'), input: value ?? {} },
            {
              ...{ commandId: randomUUID(), correlationId: 'kvp', now, codeVersion: VERSION },
              actor: { id: `account:${userInfo().username}`, role: 'operations', municipality: area, office: '' },
            },
          );
          if (revision === undefined) throw new CliError('Somebody else was importing for the same report. Run it again.');
        }
      });
      for (const { source, rows, told } of read) {
        io.print(`${source}: ${rows} rows.`);
        if (passedOver) for (const reference of told) io.print(reference);
      }
      end(EXIT.ok);
    });

const tellFault = (path: string, { line, message }: Fault): string => `${path}:${line}: ${message}`;

async function* hashed(path: string, hash: ReturnType<typeof createHash>): AsyncGenerator<Uint8Array> {
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
    hash.update(chunk);
    yield chunk;
  }
}
