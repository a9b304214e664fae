import { link, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { EmbeddedPostgresError } from './errors.ts';
import { hasCode, unlessMissing } from './files.ts';
import { isAlive, startOf } from './processes.ts';

interface Owner {
  readonly pid: number;
  /** When that process began, where the system tells it: a process id alone may have been given to another one since. */
  readonly start: string | null;
}

/**
 * Takes a data folder for this process, so that whoever finds a server in it knows whether somebody still uses it.
 *
 * @returns gives the folder back
 * @throws EmbeddedPostgresError when a living process has it
 */
export async function claim(folder: string): Promise<() => Promise<void>> {
  const file = join(folder, 'owner.json');
  const draft = `${file}.${process.pid}`;
  const own = JSON.stringify({ pid: process.pid, start: await startOf(process.pid) });
  await writeFile(draft, own);
  try {
    for (;;) {
      try {
        await link(draft, file);
        return async () => {
          if ((await unlessMissing(readFile(file, 'utf8'), '')) === own) await rm(file, { force: true });
        };
      } catch (error) {
        if (!hasCode(error, 'EEXIST')) throw error;
      }
      await dropIfLeft(folder, file);
    }
  } finally {
    await rm(draft, { force: true });
  }
}

/** Moves an owner file away whose process is gone; by its content, since another process may be doing the same. */
async function dropIfLeft(folder: string, file: string): Promise<void> {
  const found = await unlessMissing(readFile(file, 'utf8'), '');
  if (found === '') return;
  const owner = JSON.parse(found) as Owner;
  const lives = (await isAlive(owner.pid)) && (owner.start === null || (await startOf(owner.pid)) === owner.start);
  if (lives) {
    throw new EmbeddedPostgresError(
      `The data folder ${folder} is in use by process ${owner.pid}. Stop that process first (Ctrl-C where npm start runs), or set KVP_DATA_DIR or DATABASE_URL to another place.`,
    );
  }
  const aside = `${file}.left-${process.pid}`;
  await unlessMissing(rename(file, aside), undefined);
  const moved = await unlessMissing(readFile(aside, 'utf8'), '');
  if (moved !== '' && moved !== found) await link(aside, file); // somebody was faster: it is theirs
  await rm(aside, { force: true });
}
