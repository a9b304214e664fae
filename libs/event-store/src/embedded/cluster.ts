import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chown, mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import type { Account } from './account.ts';
import type { Binaries } from './binaries.ts';
import { EmbeddedPostgresError } from './errors.ts';
import { unlessMissing } from './files.ts';

export const SUPERUSER = 'kvp';
const MAJOR = '18';

/** The files of one server, made when they are not there. */
export interface Cluster {
  readonly folder: string;
  readonly password: string;
}

/**
 * Finds the server's files in a data folder, or makes them: UTF-8, and an order of texts that is the same on every machine. They are made
 * beside their place and moved there when complete, so that an interrupted first start leaves nothing half done.
 */
export async function findOrMakeCluster(dataDir: string, binaries: Binaries, account: Account | undefined): Promise<Cluster> {
  const folder = join(dataDir, 'cluster');
  const passwordFile = join(dataDir, 'password');
  if ((await unlessMissing(stat(folder), undefined)) === undefined) {
    const draft = join(dataDir, 'cluster.new');
    await rm(draft, { recursive: true, force: true });
    await mkdir(draft, { mode: 0o700 });
    await rm(passwordFile, { force: true });
    await writeFile(passwordFile, randomBytes(24).toString('base64url'), { mode: 0o600 });
    if (account !== undefined) {
      await chown(draft, account.uid, account.gid);
      await chown(passwordFile, account.uid, account.gid);
    }
    await initialise(binaries.initdb, draft, passwordFile, account);
    await rename(draft, folder);
  }
  const version = (await readFile(join(folder, 'PG_VERSION'), 'utf8')).trim();
  if (version !== MAJOR) {
    throw new EmbeddedPostgresError(
      `The data in ${dataDir} is of PostgreSQL ${version}, and this is PostgreSQL ${MAJOR}. Export the log with the old version, and import it into an empty folder.`,
    );
  }
  return { folder, password: await readFile(passwordFile, 'utf8') };
}

async function initialise(initdb: string, folder: string, passwordFile: string, account: Account | undefined): Promise<void> {
  const options = [
    `--pgdata=${folder}`,
    `--username=${SUPERUSER}`,
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale=C',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
  ];
  const child = spawn(initdb, options, { ...account, cwd: '/', env: serverEnvironment(), stdio: ['ignore', 'ignore', 'pipe'] });
  const exit = new Promise<number | null>((resolve, reject) => child.once('error', reject).once('exit', resolve));
  const [code, problem] = await Promise.all([exit, text(child.stderr)]);
  if (code !== 0) throw new EmbeddedPostgresError(`PostgreSQL could not make its files in ${folder}: ${problem.trim()}`);
}

/** The environment for the server's programs: nothing that is meant for other PostgreSQL clients, and messages in English. */
export function serverEnvironment(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !name.startsWith('PG') && !name.startsWith('LC_'));
  return { ...Object.fromEntries(kept), LC_ALL: 'C' };
}
