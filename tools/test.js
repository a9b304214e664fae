import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ADVICE, isRightNode, projectNode } from './node.js';

/**
 * `npm test [-- jest arguments]`: all specs, ending with `N passed, N failed`. A suite that finds a server missing leaves a
 * `*.not-run` text in the folder `KVP_TEST_RUN`, and one that ran on a real one a `*.ran-on`; both are named above the last line.
 */
const node = isRightNode() ? process.execPath : projectNode();
if (node === undefined) {
  console.error(ADVICE);
  process.exit(78);
}
const folder = mkdtempSync(join(tmpdir(), 'kvp-test-'));
const env = {
  ...process.env,
  NODE_OPTIONS: '--experimental-vm-modules --disable-warning=ExperimentalWarning',
  KVP_TEST_RUN: folder,
};
const jest = createRequire(import.meta.url).resolve('jest/bin/jest');
const child = spawn(node, [jest, ...process.argv.slice(2)], { stdio: 'inherit', env });
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));

child.on('exit', (code) => {
  const files = readdirSync(folder).sort();
  const say = (suffix) => files.filter((f) => f.endsWith(suffix)).map((f) => readFileSync(join(folder, f), 'utf8').trim());
  for (const line of new Set([...say('.ran-on'), ...say('.not-run')])) console.log(line);
  const { passed, failed } = files.includes('counts.json')
    ? JSON.parse(readFileSync(join(folder, 'counts.json'), 'utf8'))
    : { passed: 0, failed: 1 };
  rmSync(folder, { recursive: true });
  console.log(`${passed} passed, ${failed} failed`);
  process.exit(code ?? 1);
});
