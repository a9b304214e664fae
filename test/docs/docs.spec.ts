import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { events, refusals } from '@kvp/catalogue';
import { commands } from '@kvp/lifecycle';

const GENERATED = ['asyncapi.json', 'boundaries.md', 'commands.md', 'events.md', 'law.md', 'refusals.md', 'states.md', 'topics.md'];
const root = join(import.meta.dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'kvp-docs-'));
const stored = (name: string): string => readFileSync(join(root, 'docs', name), 'utf8');
const made = (name: string): string => readFileSync(join(folder, name), 'utf8');

beforeAll(() => {
  const env = { ...process.env, NODE_OPTIONS: '' };
  execFileSync(process.execPath, ['tools/run.js', 'tools/docs.ts', folder], { cwd: root, env });
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('the pages that are made from the code', () => {
  test.each(GENERATED)('docs/%s is current; if not: npm run docs', (name) => {
    expect(stored(name)).toBe(made(name));
  });

  test('a page that is out of date is found out', () => {
    const outOfDate = stored('refusals.md').replace('`period-too-long`', '`too-long`');
    expect(outOfDate).not.toBe(made('refusals.md'));
  });

  test('no page and nothing on a page is left out', () => {
    expect(readdirSync(folder).sort()).toEqual(GENERATED);
    for (const name of Object.keys(commands)) expect(made('commands.md')).toContain(`\n## ${name}\n`);
    for (const type of Object.keys(events)) expect(made('events.md')).toContain(`\n## ${type}\n`);
    for (const code of Object.keys(refusals)) expect(made('refusals.md')).toContain(`| \`${code}\` |`);
  });
});

test('the state diagram has the steps of a life, and none that the law does not have', () => {
  const arrows = [...made('states.md').matchAll(/^ {2}(\S+ --> \S+): (.*)$/gm)].map(([, arrow = '', by = '']) => `${arrow}: ${by}`);
  expect(arrows.sort()).toEqual(
    [
      '[*] --> applied: apply',
      'applied --> granted: grant',
      'applied --> rejected: reject',
      'applied --> ended: withdrawApplication',
      'granted --> running: start',
      'granted --> applied: reverse',
      'rejected --> applied: reverse',
      'ended --> running: reverse',
      'granted --> ended: withdrawApplication',
      'running --> onLeave: pause',
      'running --> interrupted: pause',
      'running --> ended: terminate, the maximum is reached',
      'onLeave --> interrupted: pause',
      'onLeave --> running: resume, reverse',
      'onLeave --> ended: terminate',
      'interrupted --> running: resume, reverse',
      'interrupted --> ended: terminate',
      // What was set right: a start or a withdrawal that was not, and the last of several decisions.
      'running --> granted: correctFact',
      'interrupted --> onLeave: reverse',
      'ended --> applied: correctFact',
      'ended --> granted: correctFact',
      'ended --> onLeave: reverse',
      'ended --> interrupted: reverse',
    ].sort(),
  );
});
