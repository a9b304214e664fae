import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { freePort } from '../../support/system/free-port.ts';
import { until } from '../../support/until.ts';
import { goal } from './bench-run.ts';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const PATIENCE_MS = 60_000;

/** `npm start` as a newcomer types it: from an empty folder, everything in one process, until it says that it is ready. */
export async function startUpSection(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'kvp-bench-start-'));
  try {
    const first = await start(folder);
    const again = await start(folder);
    return [
      'Start of everything in one process',
      goal(first < 10_000, `empty folder: ready ${(first / 1_000).toFixed(1)} s after npm start (under 10 s)`),
      `         with its data there: ${(again / 1_000).toFixed(1)} s`,
    ].join('\n');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function start(folder: string): Promise<number> {
  const [port, issuerPort] = [await freePort(), await freePort()];
  const from = performance.now();
  const child = spawn('npm', ['start', '--silent'], {
    cwd: ROOT,
    env: {
      ...process.env,
      NODE_ENV: 'development',
      KVP_DATA_DIR: folder,
      PORT: String(port),
      DEV_ISSUER_PORT: String(issuerPort),
      STATISTICS_PORT: '0',
    },
    stdio: ['ignore', 'ignore', 'inherit'],
    detached: true,
    shell: process.platform === 'win32',
  });
  const gone = new Promise<'gone'>((resolve) => child.once('exit', () => resolve('gone')));
  const ready = async (): Promise<true | undefined> => ((await fetch(`http://127.0.0.1:${port}/health/ready`)).ok ? true : undefined);
  const outcome = await Promise.race([until('npm start is ready', PATIENCE_MS, ready), gone]);
  if (outcome === 'gone') throw new Error('npm start ended before it was ready.');
  const milliseconds = performance.now() - from;
  // npm, the launcher and the system are one process group; PostgreSQL is stopped by the system.
  if (child.pid !== undefined) process.kill(-child.pid, 'SIGTERM');
  await gone;
  await until('the port is free again', PATIENCE_MS, () => isSilent(port));
  return milliseconds;
}

async function isSilent(port: number): Promise<true | undefined> {
  try {
    await fetch(`http://127.0.0.1:${port}/health/live`);
    return undefined;
  } catch {
    return true;
  }
}
