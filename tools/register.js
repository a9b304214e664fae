import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire, registerHooks } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { swcOptions } from './swc-options.js';

/**
 * Runs TypeScript from source: compiles each `.ts` module with swc when it is first loaded and keeps the result
 * by content hash. Node's own type stripping cannot do it, because decorators are no erasable syntax.
 */
const cache = fileURLToPath(new URL('../node_modules/.cache/kvp-swc/', import.meta.url));
const salt = JSON.stringify(swcOptions);
mkdirSync(cache, { recursive: true });
// The compiler takes 35 MB of memory: it is loaded when there is something to compile, not by every process.
const require = createRequire(import.meta.url);

function compile(url) {
  const file = fileURLToPath(url);
  const source = readFileSync(file, 'utf8');
  const kept = join(cache, `${createHash('sha256').update(salt).update(file).update(source).digest('hex')}.js`);
  try {
    return readFileSync(kept, 'utf8');
  } catch (error) {
    if (error.code !== 'ENOENT') throw error;
  }
  const { code } = require('@swc/core').transformSync(source, { ...swcOptions, filename: file, sourceMaps: 'inline', swcrc: false });
  const draft = `${kept}.${process.pid}`;
  writeFileSync(draft, code);
  renameSync(draft, kept);
  return code;
}

registerHooks({
  load(url, context, nextLoad) {
    const ours = url.startsWith('file:') && url.endsWith('.ts') && !url.includes('/node_modules/');
    return ours ? { format: 'module', source: compile(url), shortCircuit: true } : nextLoad(url, context);
  },
});
