import { readFile, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { CliError, EXIT } from '../exit-status.ts';

export interface LifeFile {
  readonly path: string;
  read(): Promise<Buffer>;
}

/** The life in a file, or those in a folder: every `*.json`, in order of file name. Throws CliError when there is nothing to read. */
export async function findLives(path: string): Promise<{ readonly isFolder: boolean; readonly files: readonly LifeFile[] }> {
  const isFolder = (await onDisk(path, (place) => stat(place))).isDirectory();
  if (!isFolder) return { isFolder, files: [lifeFile(path)] };
  const names = (await onDisk(path, (folder) => readdir(folder))).filter((name) => name.endsWith('.json')).sort();
  if (names.length === 0) throw new CliError(`${path}: ingen filer som slutter på .json`, EXIT.malformed);
  return { isFolder, files: names.map((name) => lifeFile(join(path, name))) };
}

const lifeFile = (path: string): LifeFile => ({ path, read: () => onDisk(path, (file) => readFile(file)) });

async function onDisk<T>(path: string, read: (path: string) => Promise<T>): Promise<T> {
  try {
    return await read(path);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') throw new CliError(`${path}: finnes ikke`, EXIT.malformed);
    if (code === 'EACCES' || code === 'EISDIR') throw new CliError(`${path}: kan ikke leses`, EXIT.malformed);
    throw error;
  }
}
