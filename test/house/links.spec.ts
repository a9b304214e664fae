import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from '@jest/globals';
import { ROOT } from '../support/workspace-copy.ts';

/** Links of a page to files here that are not there. */
function deadLinks(page: string, text: string): readonly string[] {
  const targets = [...text.matchAll(/\]\(([^)#\s]+)(?:#[^)]*)?\)/g)].map(([, target = '']) => target);
  return targets.filter((target) => !/^[a-z]+:/.test(target) && !existsSync(join(ROOT, dirname(page), target)));
}

test('every link in the documents leads somewhere', () => {
  const pages = ['README.md', ...globSync('docs/**/*.md', { cwd: ROOT })];
  expect(pages.length).toBeGreaterThan(5);
  const dead = pages.flatMap((page) => deadLinks(page, readFileSync(join(ROOT, page), 'utf8')).map((target) => `${page}: ${target}`));
  expect(dead).toEqual([]);
});

test('a link that leads nowhere is found', () => {
  expect(deadLinks('README.md', '[here](docs/nothing.md), [there](docs/glossary.md), [away](https://example.org)')).toEqual([
    'docs/nothing.md',
  ]);
});
