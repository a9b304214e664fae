import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { ROOT, copyWorkspace } from '../support/workspace-copy.ts';

let copy: ReturnType<typeof copyWorkspace>;
beforeAll(() => {
  copy = copyWorkspace();
  followPage(readFileSync(join(ROOT, 'docs/adding.md'), 'utf8'));
}, 60_000);
afterAll(() => copy.remove());

/** Writes each block that names a file, or puts it after the line that it names. */
function followPage(page: string): void {
  const blocks = page.matchAll(/^```ts file=(\S+)(?: after="(.*)")?\n([\s\S]*?)^```$/gm);
  for (const [, file = '', after, code = ''] of blocks) {
    const path = join(copy.folder, file);
    if (after === undefined) {
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, code);
      continue;
    }
    const source = readFileSync(path, 'utf8');
    expect(source).toContain(after);
    writeFileSync(
      path,
      source.replace(after, () => `${after}\n${code.trimEnd()}`),
    );
  }
}

/** Runs a program of the copy on this Node; what it prints, or a failure that shows it. */
function run(program: string, ...args: readonly string[]): string {
  try {
    const env = { ...process.env, NODE_OPTIONS: '', KVP_TEST_RUN: '' };
    return execFileSync(process.execPath, [join(copy.folder, program), ...args], {
      cwd: copy.folder,
      encoding: 'utf8',
      env,
      stdio: 'pipe',
    });
  } catch (error) {
    const { stdout, stderr } = error as { stdout: string; stderr: string };
    throw new Error(`${program} ${args.join(' ')}\n${stdout}\n${stderr}`, { cause: error });
  }
}

const program = (source: string): string => {
  writeFileSync(join(copy.folder, 'apps/api/src/probe.ts'), source);
  return run('tools/run.js', 'apps/api/src/probe.ts');
};

test('what the page says compiles', () => {
  expect(run('node_modules/typescript/bin/tsc', '-p', 'tsconfig.json', '--noEmit')).toBe('');
}, 120_000);

test('the new command is in the catalogue, and its folder is enough to decide it', () => {
  const said = program(`
    import { events, refusals } from '@kvp/catalogue';
    import { commands } from '@kvp/lifecycle';
    process.stdout.write(JSON.stringify([commands.recordMeeting?.title, events.MeetingRecorded?.version, refusals['meeting-not-held']?.provision]));
  `);
  expect(JSON.parse(said)).toEqual(['Registrer samtale', 1, 'STL § 42']);
});

test('the new command has its page, and the registry finds nothing lacking', () => {
  run('tools/run.js', 'tools/docs.ts');
  expect(readFileSync(join(copy.folder, 'docs/commands.md'), 'utf8')).toContain('recordMeeting');
  expect(run('tools/test.js', 'libs/lifecycle/src/catalogue')).toMatch(/ 0 failed\n$/);
}, 120_000);

test('the new rule is in the law from its day on, told in words', () => {
  const said = program(`
    import { rulebook, tellLaw } from '@kvp/rulebook';
    const on = (day) => rulebook.at(Temporal.PlainDate.from(day), Temporal.PlainDate.from('2027-01-01'));
    console.log(on('2026-12-31').content.meetingMonths.value, on('2027-01-01').content.meetingMonths.value);
    console.log(tellLaw(on('2027-01-01')).flatMap(({ rules }) => rules).find(({ title }) => title === 'Samtaler').told.lines.join());
  `);
  expect(said).toBe('null 3\nhver 3. måned\n');
});

test('the new projection is one of the read models', () => {
  const said = program(`
    import { projections } from '@kvp/projections';
    process.stdout.write(projections.map(({ name }) => name).join());
  `);
  expect(said.split(',')).toContain('first-decision');
});

test('the new adapter passes the contract', () => {
  expect(run('tools/test.js', 'libs/event-store/src/counted')).toMatch(/[1-9]\d* passed, 0 failed\n$/);
}, 120_000);
