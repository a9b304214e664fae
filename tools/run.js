import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { ADVICE, isRightNode, projectNode } from './node.js';

/** `node tools/run.js <file.ts> [args]`: runs a TypeScript program from source on the project's own Node. */
const [, , target, ...args] = process.argv;

if (target === undefined) {
  console.error('usage: node tools/run.js <file.ts> [arguments]');
  process.exit(64);
}

if (isRightNode()) {
  process.setSourceMapsEnabled(true);
  process.argv.splice(1, 2, resolve(target));
  await import('./register.js');
  await import(pathToFileURL(resolve(target)).href);
} else {
  runOnProjectNode();
}

function runOnProjectNode() {
  const node = projectNode();
  if (node === undefined) {
    console.error(ADVICE);
    process.exit(78);
  }
  const child = spawn(node, [fileURLToPath(import.meta.url), target, ...args], { stdio: 'inherit' });
  // A terminal sends Ctrl-C to both processes; a signal sent to this one alone is passed on.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => (signal === 'SIGINT' && process.stdin.isTTY ? undefined : child.kill(signal)));
  }
  child.on('exit', (code, signal) => process.exit(signal === null ? code : 128));
}
