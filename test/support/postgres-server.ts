import { existsSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { startEmbeddedPostgres } from '@kvp/event-store';

/**
 * The process of the server that a test run shares: `postgres-server.ts <folder of the run> <process of the run>`. It ends when the
 * folder is removed or the process is gone, so nothing has to remember to stop it, however the run ends.
 */
const [folder = '', runner = ''] = process.argv.slice(2);
const dataDir = mkdtempSync(join(tmpdir(), 'kvp-test-postgres-'));

// Tests need what a killed server keeps, not what a power cut does.
const settings = { fsync: 'off', full_page_writes: 'off', max_connections: '300' };

try {
  const server = await startEmbeddedPostgres({ dataDir, settings });
  try {
    tell({ connectionString: server.connectionString });
    while (existsSync(folder) && isAlive(Number(runner))) await pause(200);
  } finally {
    await server.stop();
  }
} catch (error) {
  if (existsSync(folder)) tell({ problem: String(error) });
} finally {
  rmSync(dataDir, { recursive: true, force: true });
}

function tell(answer: object): void {
  const draft = join(folder, 'postgres.json.draft');
  writeFileSync(draft, JSON.stringify(answer), { mode: 0o600 });
  renameSync(draft, join(folder, 'postgres.json'));
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
