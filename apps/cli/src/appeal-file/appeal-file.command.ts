import { createAppealFiles, withDocuments } from '@kvp/appeal-file';
import { VERSION, checkpointKeysOf, openDocuments, readConfig } from '@kvp/api';
import { readCaseRecord, readRatesBook } from '@kvp/deciding';
import { EDITIONS, type Edition } from '@kvp/history';
import { catchUpTree, createProver } from '@kvp/notary';
import type { AddCommand } from '../command.ts';
import { CliError, EXIT } from '../exit-status.ts';
import { momentFrom } from '../history/moment-options.ts';
import { caseIdOf, writeDownLook } from '../installation/look.ts';
import { withInstallation } from '../installation/open-installation.ts';
import { writeWhole } from '../terminal/write-whole.ts';

interface Options {
  readonly knownAt?: string;
  readonly edition: string;
  readonly out?: string;
}

/** `kvp appeal-file <case> <n>`: the file of an appeal, whole on disk or not there at all. */
export const appealFileCommand: AddCommand = (program, io, end) =>
  program
    .command('appeal-file')
    .description('the file of an appeal: one zip with its own verifier; the same moment gives the same bytes')
    .argument('<case>', 'case id')
    .argument('<number>', 'number of the appeal in the case, from 1')
    .option('--known-at <moment>', 'what was recorded by then: a day (its end) or an instant; now when left out')
    .option('--edition <edition>', `${EDITIONS.join(' or ')}: for statsforvalteren, or what the party may see`, 'whole')
    .option('--out <file>', 'where it is written; klage-<n>-<case>.zip when left out')
    .action(async (caseId: string, number: string, { knownAt, edition, out }: Options) => {
      const id = caseIdOf(caseId);
      if (!/^[1-9]\d{0,3}$/.test(number)) throw new CliError('The number of an appeal is a whole number from 1.', EXIT.malformed);
      if (!isEdition(edition)) throw new CliError(`--edition is ${EDITIONS.join(' or ')}.`, EXIT.malformed);
      const moment = momentFrom(undefined, knownAt, io.now());
      const config = readConfig(io.env);
      const made = await withInstallation(config, io, async (installation) => {
        await writeDownLook(installation, id, 'kvp-appeal-file');
        const record = await readCaseRecord(installation, id);
        if (record === null) throw new CliError(`There is no case ${id}.`);
        const { store, pool, keys } = installation;
        await catchUpTree({ store, pool, signal: io.interruption() });
        const checkpointKeys = checkpointKeysOf(config);
        const prove = createProver({ store, pool, keys, checkpointKeys, clock: io.now, codeVersion: VERSION });
        const sources = withDocuments(openDocuments(config, keys).files, { prove, signing: checkpointKeys });
        const files = createAppealFiles({ store, sources });
        return await files.make(record, { appeal: Number(number), moment, edition, rates: await readRatesBook(installation) });
      });
      if (made === undefined) throw new CliError(`The case had no appeal ${number} at that moment.`);
      const path = out ?? `klage-${number}-${id.slice(0, 8)}.zip`;
      await writeWhole(path, made.bytes);
      io.print(`${path}: ${made.bytes.length} bytes, SHA-256 ${made.sha256}, as known ${made.manifest.knownAt}.`);
      for (const text of made.manifest.missing) io.complain(`Mangler: ${text}.`);
      end(EXIT.ok);
    });

const isEdition = (text: string): text is Edition => EDITIONS.some((edition) => edition === text);
