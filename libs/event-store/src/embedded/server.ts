import { type ChildProcess, spawn } from 'node:child_process';
import { open, readFile, rename } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { join } from 'node:path';
import type { Account } from './account.ts';
import { serverEnvironment } from './cluster.ts';
import { EmbeddedPostgresError } from './errors.ts';
import { unlessMissing } from './files.ts';
import { lockFile } from './leftover.ts';
import { within } from './processes.ts';

export interface ServerOptions {
  readonly postgres: string;
  readonly cluster: string;
  /** Folder for `server.log`. */
  readonly dataDir: string;
  readonly port: number;
  readonly account: Account | undefined;
  readonly settings: Readonly<Record<string, string>>;
}

const START_MS = 60_000;
const FAST_STOP_MS = 10_000;

/** On this machine only; and no value of a row in its log, since a row may be about a person. */
const SETTINGS = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_error_verbosity: 'terse',
  log_min_error_statement: 'panic',
  log_checkpoints: 'off',
};

/**
 * Starts a server process and waits until it takes connections. It has a process group of its own, so that Ctrl-C in a terminal reaches
 * only the application, which stops the server when it no longer needs it.
 *
 * @throws EmbeddedPostgresError with the last lines of the server's log
 */
export async function startServer({ postgres, cluster, dataDir, port, account, settings }: ServerOptions): Promise<ChildProcess> {
  const logFile = join(dataDir, 'server.log');
  await unlessMissing(rename(logFile, join(dataDir, 'server.previous.log')), undefined);
  const log = await open(logFile, 'w', 0o600);
  const flags = Object.entries({ ...SETTINGS, ...settings, port: String(port) }).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const child = spawn(postgres, ['-D', cluster, ...flags], {
    ...account,
    cwd: '/',
    env: serverEnvironment(),
    detached: true,
    stdio: ['ignore', log.fd, log.fd],
  });
  let problem: Error | undefined;
  child.once('error', (error) => (problem = error));
  await log.close();

  const ended = (): boolean => problem !== undefined || hasEnded(child);
  const ready = async (): Promise<boolean> => {
    const lock = await lockFile(cluster);
    return lock?.pid === child.pid && lock?.status === 'ready';
  };
  await within(START_MS, async () => ended() || (await ready()));
  if (ended() || !(await ready())) {
    await stopServer(child);
    const lines = (await readFile(logFile, 'utf8')).trim().split('\n');
    const said = problem?.message ?? lines.filter((line) => /FATAL|ERROR|could not|HINT/.test(line)).join('\n');
    throw new EmbeddedPostgresError(`PostgreSQL did not start (port ${port}, files in ${cluster}):\n${said}`);
  }
  child.unref();
  return child;
}

/** Ends the server with what it is doing; nothing that was committed is lost. Resolves when the process is gone. */
export async function stopServer(child: ChildProcess): Promise<void> {
  if (child.pid === undefined || hasEnded(child)) return;
  const exit = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  child.ref();
  child.kill('SIGINT');
  const slow = setTimeout(() => child.kill('SIGQUIT'), FAST_STOP_MS);
  await exit;
  clearTimeout(slow);
}

export const hasEnded = (child: ChildProcess): boolean => child.exitCode !== null || child.signalCode !== null;

/** A port that nothing on this machine listens on at this moment. */
export async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve, reject) => probe.once('error', reject).listen(0, '127.0.0.1', resolve));
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}
