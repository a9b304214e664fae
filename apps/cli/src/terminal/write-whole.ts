import { open, rename, rm } from 'node:fs/promises';
import { CliError } from '../exit-status.ts';

/** Codes of a disk that is full, or that one may not write to. */
const REASONS: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full',
  EDQUOT: 'the quota is used up',
  EACCES: 'it may not be written to',
  EROFS: 'it may not be written to',
  ENOENT: 'the folder does not exist',
  EISDIR: 'it is a folder',
};

/**
 * Writes a file so that it is there whole or not at all: beside its place first, and moved there when all of it is on disk. What is left of a
 * try that failed is taken away. Throws CliError that says why.
 */
export async function writeWhole(path: string, bytes: Uint8Array, openFile: typeof open = open): Promise<void> {
  const beside = `${path}.part`;
  try {
    const file = await openFile(beside, 'w');
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(beside, path);
  } catch (error) {
    await rm(beside, { force: true });
    const reason = REASONS[(error as NodeJS.ErrnoException).code ?? ''];
    if (reason === undefined) throw error;
    throw new CliError(`${path} was not written: ${reason}. Nothing is left of it.`);
  }
}
