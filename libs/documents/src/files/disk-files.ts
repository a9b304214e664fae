import { randomUUID } from 'node:crypto';
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type FileStore, FilesUnavailable, checkedName } from './file-store.ts';

/**
 * Files in a folder of this machine. Each is written beside its place, flushed to the disk and then given its name, so that after a crash or on
 * a full disk there is the whole file or none.
 */
export function createDiskFiles(folder: string): FileStore {
  return {
    description: `files in ${folder}`,

    async put(name, bytes) {
      const path = join(folder, checkedName(name));
      try {
        await mkdir(dirname(path), { recursive: true, mode: 0o700 });
        await writeBeside(path, bytes);
        await flushFolder(dirname(path));
      } catch (error) {
        throw unavailable(folder, error);
      }
    },

    async get(name) {
      try {
        return await readFile(join(folder, checkedName(name)));
      } catch (error) {
        if (codeOf(error) === 'ENOENT') return null;
        throw unavailable(folder, error);
      }
    },
  };
}

/** Under a name of its own until all of it is on the disk; taken away again when that fails. */
async function writeBeside(path: string, bytes: Uint8Array): Promise<void> {
  const draft = `${path}.${randomUUID()}.part`;
  try {
    await writeWhole(draft, bytes);
    await rename(draft, path);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}

async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  await using file = await open(path, 'wx', 0o600);
  await file.writeFile(bytes);
  await file.sync();
}

/** The new name itself must outlive a loss of power. */
async function flushFolder(folder: string): Promise<void> {
  await using handle = await open(folder, 'r');
  await handle.sync();
}

const codeOf = (error: unknown): string | undefined => (error as NodeJS.ErrnoException | null)?.code;

const FULL = ['ENOSPC', 'EDQUOT', 'EFBIG'];

function unavailable(folder: string, error: unknown): unknown {
  const code = codeOf(error);
  if (code === undefined) return error;
  return FULL.includes(code)
    ? new FilesUnavailable(`There is no room left for files in ${folder} (${code}). Free or add space; nothing was written.`, 'full', {
        cause: error,
      })
    : new FilesUnavailable(`Files in ${folder} cannot be reached (${code}). Is it there, and may this program write to it?`, 'away', {
        cause: error,
      });
}
