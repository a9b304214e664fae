import { type Zippable, zipSync } from 'fflate';
import { isSafePath } from './safe-path.ts';

/** A file of the zip. */
export interface ZipEntry {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/**
 * The same entries make the same bytes: sorted by path, without times or rights of the machine. Throws RangeError for a path that is not
 * plain, or comes twice.
 */
export function writeZip(entries: readonly ZipEntry[]): Uint8Array {
  const files: Zippable = {};
  // fflate writes local time: the local beginning of 1980, the first that a zip can name, is the same bytes in every zone.
  const mtime = new Date(1980, 0, 1);
  for (const { path, bytes } of entries.toSorted((a, b) => (a.path < b.path ? -1 : 1))) {
    if (!isSafePath(path) || path in files) throw new RangeError(`${path} cannot be a path in the file.`);
    files[path] = [bytes, { mtime, level: 6, os: 0, attrs: 0 }];
  }
  return zipSync(files);
}
