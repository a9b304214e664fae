import { mkdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The main process of this test run, whichever worker asks. */
export const testRunPid = process.send === undefined ? process.pid : process.ppid;

/** The folder that all workers of this test run share; `tools/test.js` makes it and removes it. */
export function testRunFolder(): string {
  const folder = process.env['KVP_TEST_RUN'] ?? join(tmpdir(), `kvp-test-${testRunPid}`);
  mkdirSync(folder, { recursive: true });
  return folder;
}

/** Says above the closing line on which real server a suite ran: "event store contract: ran on PostgreSQL 18.4 (embedded)". */
export function ranOn(name: string, text: string): void {
  writeFileSync(join(testRunFolder(), `${name}.ran-on`), `${text}\n`);
}

/** Says above the closing line what could not be run here, and why. */
export function notRun(name: string, text: string): void {
  writeFileSync(join(testRunFolder(), `${name}.not-run`), `${text}\n`);
}
