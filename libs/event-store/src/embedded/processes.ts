import { execFile } from 'node:child_process';
import { readdir, readFile, readlink } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import { hasCode, unlessMissing } from './files.ts';

/** Whether a process runs. One that has ended and that nobody has asked how (a zombie, on Linux) does not. */
export async function isAlive(pid: number): Promise<boolean> {
  if (SEES_ALL) return !['', 'Z', 'X'].includes((await statusOf(pid))[0] ?? '');
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return hasCode(error, 'EPERM');
  }
}

/** When a process began, in ticks since the system did (Linux), or null where it cannot be told. */
export async function startOf(pid: number): Promise<string | null> {
  return (await statusOf(pid))[19] ?? null;
}

/** The fields of /proc/<pid>/stat from the third on: the second is the program's name in brackets and may hold anything. */
async function statusOf(pid: number): Promise<string[]> {
  const status = await unlessMissing(readFile(`/proc/${pid}/stat`, 'utf8'), '');
  return status.slice(status.lastIndexOf(')') + 2).split(' ');
}

/** True where `processesIn` sees every process; elsewhere it sees only the one it is told of. */
export const SEES_ALL = process.platform === 'linux';

/**
 * The processes that work in a folder, as a PostgreSQL server and all its children do in its data folder.
 *
 * @param folder without symbolic links
 * @param known the server itself, for systems without /proc, where its command line tells
 */
export async function processesIn(folder: string, known: number): Promise<number[]> {
  if (!SEES_ALL) return (await commandOf(known)).includes(folder) ? [known] : [];
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const inside = await Promise.all(
    pids.map(async (pid) => {
      // Gone since, or somebody else's: not one of ours.
      const cwd = await readlink(`/proc/${pid}/cwd`).catch(() => '');
      return cwd === folder ? [Number(pid)] : [];
    }),
  );
  return inside.flat();
}

async function commandOf(pid: number): Promise<string> {
  try {
    return (await promisify(execFile)('ps', ['-o', 'command=', '-p', String(pid)])).stdout;
  } catch {
    return ''; // ps says by its exit status that there is no such process
  }
}

/** Waits until a condition holds; false when it does not within `ms`. */
export async function within(ms: number, holds: () => boolean | Promise<boolean>, stepMs = 10): Promise<boolean> {
  for (const end = Date.now() + ms; Date.now() < end; await pause(stepMs)) {
    if (await holds()) return true;
  }
  return holds();
}
