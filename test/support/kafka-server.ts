import { existsSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { startBroker } from './kafka-broker/broker.ts';
import { KafkaMissing } from './kafka-broker/jars.ts';

/**
 * The process of the broker that a test run shares: `kafka-server.ts <folder of the run> <process of the run>`. It ends when the folder
 * is removed or the process is gone, however the run ends.
 */
const [folder = '', runner = ''] = process.argv.slice(2);
const dataDir = mkdtempSync(join(tmpdir(), 'kvp-test-kafka-'));

try {
  const broker = await startBroker({ dataDir, shortLived: true });
  try {
    tell({ brokers: broker.brokers });
    while (existsSync(folder) && isAlive(Number(runner))) await pause(200);
  } finally {
    await broker.kill();
  }
} catch (error) {
  if (existsSync(folder)) tell(error instanceof KafkaMissing ? { missing: error.message } : { problem: String(error) });
} finally {
  rmSync(dataDir, { recursive: true, force: true });
}

function tell(answer: object): void {
  const draft = join(folder, 'kafka.json.draft');
  writeFileSync(draft, JSON.stringify(answer), { mode: 0o600 });
  renameSync(draft, join(folder, 'kafka.json'));
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
