import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createHash } from 'node:crypto';
import type { Gathered, Walked } from '@kvp/report-desk';

/** A report that was stopped: the moment that it is of, and how far it is. Sums alone, nothing of anyone. */
export interface Checkpoint extends Gathered, Pick<Walked, 'cursor' | 'looked'> {
  readonly knownAt: string;
}

/** Where the checkpoint of a question lies; the same question asked again finds it. */
export const checkpointPath = (dataDir: string, question: readonly (string | undefined)[]): string =>
  join(dataDir, 'reports', `${createHash('sha256').update(JSON.stringify(question)).digest('hex').slice(0, 32)}.json`);

/** Undefined when there is none. */
export async function readCheckpoint(path: string): Promise<Checkpoint | undefined> {
  try {
    return JSON.parse(await readFile(path, 'utf8')) as Checkpoint;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

export async function writeCheckpoint(path: string, checkpoint: Checkpoint): Promise<void> {
  await mkdir(join(path, '..'), { recursive: true });
  await writeFile(`${path}.draft`, JSON.stringify(checkpoint));
  await rename(`${path}.draft`, path);
}

export const dropCheckpoint = (path: string): Promise<void> => rm(path, { force: true });
