import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { EmbeddedPostgresError } from './errors.ts';
import { unlessMissing } from './files.ts';
import { processesIn, SEES_ALL, within } from './processes.ts';

const PATIENCE_MS = 30_000;

/** Fields of `postmaster.pid`, by line. */
export async function lockFile(cluster: string): Promise<{ pid: number; status: string } | undefined> {
  const text = await unlessMissing(readFile(join(cluster, 'postmaster.pid'), 'utf8'), '');
  const lines = text.split('\n');
  return text === '' ? undefined : { pid: Number(lines[0]), status: (lines[7] ?? '').trim() };
}

/**
 * Ends what a killed process left behind in its data folder: a server that goes on alone, or the last children of a server that was
 * killed itself. Only for who holds the claim on the folder.
 *
 * The lock file stays for the server to judge, as long as anything works in the folder: deleting it under a living server destroys data.
 *
 * @throws EmbeddedPostgresError when it does not end within 30 s
 */
export async function endLeftover(cluster: string, log: (text: string) => void): Promise<void> {
  const lock = await lockFile(cluster);
  if (lock === undefined) return;
  const left = await processesIn(cluster, lock.pid);
  if (left.length > 0) {
    log(`Stopping a PostgreSQL server (process ${lock.pid}) that an earlier run left behind.`);
    // A server ends its children. Where it was killed itself they end alone, once they notice.
    if (left.includes(lock.pid)) process.kill(lock.pid, 'SIGINT');
    if (!(await within(PATIENCE_MS, async () => (await processesIn(cluster, lock.pid)).length === 0))) {
      throw new EmbeddedPostgresError(
        `The PostgreSQL server that an earlier run left behind (process ${lock.pid}) does not end. End it by hand.`,
      );
    }
  }
  // The id in the file may be another program's by now, which the server would take for itself running already.
  if (SEES_ALL) await rm(join(cluster, 'postmaster.pid'), { force: true });
}
