import { readConfig } from '@kvp/api';
import type { AddCommand } from '../command.ts';
import { EXIT } from '../exit-status.ts';
import { withInstallation } from '../installation/open-installation.ts';
import type { Io } from '../terminal/io.ts';
import { type Progress, progressOn } from '../terminal/progress.ts';
import { ExportStopped, exportLog, keysPath } from './export-log.ts';
import { importKeys } from './import-keys.ts';
import { importLog } from './import-log.ts';

/** `kvp log export|import`: backup, restore, and the move between PostgreSQL and KurrentDB. */
export const logCommand: AddCommand = (program, io, end) => {
  const log = program.command('log').description('the whole log as a file, ids, order and bytes kept');
  log
    .command('export')
    .description('write the log to a file, an event a line, and the wrapped keys of persons beside it (<file>.keys)')
    .argument('<file>', 'overwritten when it exists')
    .action(async (file: string) => end(await toFile(file, io)));
  log
    .command('import')
    .description('read an exported log into an empty installation; stopped, it goes on where it was')
    .argument('<file>', 'with <file>.keys beside it')
    .action(async (file: string) => end(await fromFile(file, io)));
  return log;
};

async function toFile(path: string, io: Io): Promise<number> {
  const signal = io.interruption();
  const progress = progressOn(io, { what: 'exporting', unit: 'events' });
  try {
    const { log, keys } = await withInstallation(readConfig(io.env), io, ({ store, keyStore }) =>
      exportLog({ store, keyStore, path, signal, onProgress: (events) => progress.update(events) }),
    ).finally(() => progress.end());
    io.print(`${path}: ${log.lines} events, SHA-256 ${log.sha256}`);
    io.print(`${keysPath(path)}: ${keys.lines} keys, SHA-256 ${keys.sha256}`);
    return EXIT.ok;
  } catch (error) {
    if (!(error instanceof ExportStopped)) throw error;
    io.complain('Stopped: there is no export.');
    return EXIT.interrupted;
  }
}

async function fromFile(path: string, io: Io): Promise<number> {
  const signal = io.interruption();
  return await withInstallation(readConfig(io.env), { ...io, create: true }, async ({ store, keyStore, keyFile }) => {
    const keys = await importKeys(keysPath(path), keyStore, keyFile);
    let progress: Progress | undefined;
    const { events, held, finished } = await importLog({
      store,
      path,
      signal,
      onProgress(done, total, already) {
        progress ??= progressOn(io, { what: 'importing', unit: 'events', already });
        progress.update(done, total);
      },
    }).finally(() => progress?.end());
    if (!finished) {
      io.complain(`Stopped after ${events} events. Run it again, and it goes on there.`);
      return EXIT.interrupted;
    }
    io.print(`${events} events in ${store.description}, of which ${held} were there before; every chain holds. ${keys} keys.`);
    return EXIT.ok;
  });
}
