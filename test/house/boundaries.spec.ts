import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { ROOT, copyWorkspace } from '../support/workspace-copy.ts';

let copy: ReturnType<typeof copyWorkspace>;

/** Forbidden imports are written into a copy of the workspace, and linted through Nx as always. */
beforeAll(() => {
  copy = copyWorkspace();
}, 60_000);
afterAll(() => copy.remove());

/** What the linter says of a file in `libs/calendar`, a pure library at the bottom of all. */
function lint(source: string): string {
  writeFileSync(join(copy.folder, 'libs/calendar/src/probe.ts'), source);
  try {
    const nx = join(ROOT, 'node_modules/nx/dist/bin/nx.js');
    return execFileSync(process.execPath, [nx, 'run', 'calendar:lint', '--skip-nx-cache', '--output-style=static'], {
      cwd: copy.folder,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, NODE_OPTIONS: '', NX_DAEMON: 'false', NX_ISOLATE_PLUGINS: 'false', FORCE_COLOR: '0' },
    });
  } catch (error) {
    const { stdout, stderr } = error as { stdout: string; stderr: string };
    return stdout + stderr;
  }
}

test('a pure library that keeps to itself is accepted, and one that reaches out is refused for each way of doing so', () => {
  expect(lint('export const one = 1;\n')).toContain('Successfully ran target lint');

  const said = lint(`
    import { Pool } from 'pg';
    import { format } from 'prettier';
    import { readFileSync } from 'node:fs';
    import { hostname } from 'os';
    import { createInMemoryEventStore } from '@kvp/event-store';
    import { parseKroner } from '@kvp/money';
    export const probe = [Pool, format, readFileSync, hostname, createInMemoryEventStore, parseKroner];
    export const now = [Temporal.Now.plainDateISO(), new Date(), Math.random(), process.env, performance.now(), globalThis];
    export const text = (0.1).toFixed(2) + String(parseFloat('0.1'));
  `);
  for (const name of ['pg', 'prettier']) expect(said).toContain(`not allowed to import "${name}"`);
  for (const name of ['node:fs', 'os']) expect(said).toContain(`'${name}' import is restricted`);
  expect(said).toMatch(/type:pure.*type:pure/s);
  expect(said).toMatch(/context:calendar/);
  expect(said).toContain('Today is an argument');
  for (const name of ['Date', 'process', 'performance', 'globalThis']) expect(said).toContain(`Unexpected use of '${name}'`);
  expect(said).toContain("'Math.random' is restricted");
  expect(said).toContain("'toFixed' is restricted");
  expect(said).toContain('No floating point in the core');
}, 120_000);
