import { mkdir, realpath } from 'node:fs/promises';
import { dirname } from 'node:path';
import { accountToRunAs, letThrough } from './account.ts';
import { readyBinaries } from './binaries.ts';
import { claim } from './claim.ts';
import { findOrMakeCluster, SUPERUSER } from './cluster.ts';
import { EmbeddedPostgresError } from './errors.ts';
import { endLeftover } from './leftover.ts';
import { freePort, startServer, stopServer } from './server.ts';

export interface EmbeddedPostgresOptions {
  /** Where the data is kept, and found again at the next start; made when it is not there. One process at a time. */
  readonly dataDir: string;
  /** A free one when left out. */
  readonly port?: number;
  /** Told in English what is done, for the log of the application. */
  readonly log?: (text: string) => void;
  /** Settings of the server, as in `postgresql.conf`. */
  readonly settings?: Readonly<Record<string, string>>;
}

export interface EmbeddedPostgres {
  /** With the password: not for logs. */
  readonly connectionString: string;
  readonly port: number;
  /** The process of the server. */
  readonly pid: number;
  /** Ends the server and gives the folder back. Calling it again waits for the same end. */
  stop(): Promise<void>;
}

/**
 * A real PostgreSQL of this project's own, for one machine: programs from npm, data in a folder, reached on 127.0.0.1 only, with a
 * password made at the first start. Works for root and for an ordinary user, and after the death of an earlier process, whose
 * server it ends first. When this process exits, the server is told to stop.
 *
 * @throws EmbeddedPostgresError saying what to do: the folder or port is in use, closed, or of another version
 */
export async function startEmbeddedPostgres({
  dataDir,
  port,
  log = () => undefined,
  settings = {},
}: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const binaries = await readyBinaries();
  const account = await accountToRunAs();
  await mkdir(dataDir, { recursive: true, mode: account === undefined ? 0o700 : 0o750 });
  const home = await realpath(dataDir);
  if (account !== undefined) {
    await letThrough(home, account, log);
    await letThrough(dirname(binaries.postgres), account, log);
  }
  const release = await claim(home);
  try {
    const cluster = await findOrMakeCluster(home, binaries, account);
    await endLeftover(cluster.folder, log);
    const chosen = port ?? (await freePort());
    const child = await startServer({
      postgres: binaries.postgres,
      cluster: cluster.folder,
      dataDir: home,
      port: chosen,
      account,
      settings,
    });
    if (child.pid === undefined) throw new EmbeddedPostgresError('PostgreSQL has no process.');
    log(`PostgreSQL runs on port ${chosen}, with its data in ${dataDir}.`);

    const atExit = (): void => void child.kill('SIGINT');
    process.once('exit', atExit);
    let stopping: Promise<void> | undefined;
    child.once('exit', () => {
      if (stopping === undefined) log(`PostgreSQL ended by itself; ${dataDir}/server.log says why.`);
    });
    const stop = async (): Promise<void> => {
      await stopServer(child);
      process.off('exit', atExit);
      await release();
    };
    return {
      connectionString: `postgres://${SUPERUSER}:${cluster.password}@127.0.0.1:${chosen}/postgres`,
      port: chosen,
      pid: child.pid,
      stop: () => (stopping ??= stop()),
    };
  } catch (error) {
    await release();
    throw error;
  }
}
