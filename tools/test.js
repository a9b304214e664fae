import { spawn } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ADVICE, isRightNode, projectNode } from './node.js';

/** `npm test [-- jest arguments]`: all specs, ending with `N passed, N failed`. */
const node = isRightNode() ? process.execPath : projectNode();
if (node === undefined) {
  console.error(ADVICE);
  process.exit(78);
}
const jest = createRequire(import.meta.url).resolve('jest/bin/jest');
const env = {
  ...process.env,
  NODE_OPTIONS: '--experimental-vm-modules --disable-warning=ExperimentalWarning',
  KVP_NOT_RUN: process.env.KVP_NOT_RUN ?? mkdtempSync(join(tmpdir(), 'kvp-not-run-')),
};
const child = spawn(node, [jest, ...process.argv.slice(2)], { stdio: 'inherit', env });
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
child.on('exit', (code) => process.exit(code ?? 1));
