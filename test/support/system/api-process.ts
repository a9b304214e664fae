import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { until } from '../until.ts';
import { freePort } from './free-port.ts';

/** The API as its users run it: a process of its own, reached over HTTP only. */
export interface ApiProcess {
  readonly url: string;
  readonly pid: number;
  /** From the start of the process until it said that it is ready, in milliseconds. */
  readonly readyAfterMs: number;
  isRunning(): boolean;
  /** Resident memory in bytes. */
  residentBytes(): number;
  /** Processor time that it has taken since it began, in seconds. */
  processorSeconds(): number;
  /** Everything that it has said so far. */
  said(): string;
  /** Sends the signal and waits until the process is gone. */
  end(signal: 'SIGTERM' | 'SIGKILL'): Promise<void>;
}

export interface ApiProcessOptions {
  /** Nothing of the caller's own configuration is handed on. */
  readonly env: Readonly<Record<string, string>>;
  /** What the process says is written there, after what is in it already. */
  readonly logFile: string;
  readonly nodeOptions?: readonly string[];
  /** The port of an earlier process, to be found where it was; a free one when left out. */
  readonly port?: number;
  /** How long it may take until it is ready, in milliseconds: longer than usual where it has a long log to catch up on. */
  readonly readyWithinMs?: number;
}

const root = new URL('../../../', import.meta.url);
const RUN = fileURLToPath(new URL('tools/run.js', root));
const MAIN = fileURLToPath(new URL('apps/api/src/main.ts', root));
const READY_WITHIN_MS = 60_000;
const STOP_MS = 30_000;

/** Starts the API and waits until it is ready. Throws with the end of its log when it ends before. */
export async function startApi({
  env,
  logFile,
  nodeOptions = [],
  port,
  readyWithinMs = READY_WITHIN_MS,
}: ApiProcessOptions): Promise<ApiProcess> {
  const chosen = port ?? (await freePort());
  const log = openSync(logFile, 'a');
  const began = performance.now();
  const child = spawn(process.execPath, [...nodeOptions, RUN, MAIN], {
    cwd: fileURLToPath(root),
    env: { PATH: process.env['PATH'] ?? '', HOST: '127.0.0.1', PORT: String(chosen), STATISTICS: 'off', ...env },
    stdio: ['ignore', log, log],
  });
  closeSync(log);
  const killAtExit = (): void => void child.kill('SIGKILL');
  process.once('exit', killAtExit);
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  void gone.then(() => process.off('exit', killAtExit));

  const said = (): string => readFileSync(logFile, 'utf8');
  const url = `http://127.0.0.1:${chosen}`;
  await until('the API is ready', readyWithinMs, async () => {
    if (hasEnded(child)) return 'ended';
    const { ok } = await fetch(`${url}/health/ready`);
    return ok ? 'ready' : undefined;
  });
  if (hasEnded(child)) throw new Error(`The API ended while it started:\n${said().slice(-4_000)}`);
  return {
    url,
    pid: child.pid ?? 0,
    readyAfterMs: performance.now() - began,
    isRunning: () => !hasEnded(child),
    residentBytes: () => residentBytes(child.pid ?? 0),
    processorSeconds: () => processorSeconds(child.pid ?? 0),
    said,
    async end(signal) {
      child.kill(signal);
      const late = setTimeout(() => child.kill('SIGKILL'), STOP_MS);
      await gone;
      clearTimeout(late);
    },
  };
}

const hasEnded = (child: ChildProcess): boolean => child.exitCode !== null || child.signalCode !== null;

/** Ticks of the kernel's clock a second, as programs are told them on every Linux. */
const TICKS = 100;

/** Linux only: in its own code and in the kernel, all threads. NaN elsewhere. */
function processorSeconds(pid: number): number {
  if (process.platform !== 'linux') return Number.NaN;
  // The name stands in parentheses and may hold anything; the fields behind it are numbered from 3.
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
  return (Number(fields[11]) + Number(fields[12])) / TICKS;
}

/** Linux only: the kernel's own figure. NaN elsewhere. */
function residentBytes(pid: number): number {
  if (process.platform !== 'linux') return Number.NaN;
  const kilobytes = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  return Number(kilobytes) * 1_024;
}
