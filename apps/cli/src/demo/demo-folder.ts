import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CliError } from '../exit-status.ts';

const OWNER = 'demo.pid';

/** An empty folder for this process: what an earlier demo left in it is removed. Throws CliError while another one runs there. */
export async function makeAnew(folder: string): Promise<void> {
  const owner = await ownerOf(folder);
  if (owner !== undefined && isAlive(owner))
    throw new CliError(`A demo runs in ${folder} already (process ${owner}). Stop it, or delete the folder if that process is another.`);
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, OWNER), String(process.pid));
}

async function ownerOf(folder: string): Promise<number | undefined> {
  try {
    return Number(await readFile(join(folder, OWNER), 'utf8'));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

function isAlive(pid: number): boolean {
  if (pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
