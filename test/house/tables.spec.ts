import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { ROOT } from '../support/workspace-copy.ts';

/** The rows of a page's tables that stand in the same table twice, as merges leave them. */
function repeatedRows(text: string): readonly string[] {
  const tables = text.split(/\n(?!\|)/).map((part) => part.split('\n').filter((line) => line.startsWith('|')));
  return tables.flatMap((rows) => {
    const told = rows.map((row) => row.replaceAll(/\s+/g, ' '));
    const ruled = told.filter((row) => /^\|( ?:?-+:? ?\|)+$/.test(row));
    return [...told.filter((row, index) => told.indexOf(row) < index), ...ruled.slice(1)];
  });
}

test('no table of a page says a row twice', () => {
  const pages = ['README.md', ...globSync('docs/**/*.md', { cwd: ROOT })];
  const repeated = pages.flatMap((page) => repeatedRows(readFileSync(join(ROOT, page), 'utf8')).map((row) => `${page}: ${row}`));
  expect(repeated).toEqual([]);
});

test('a row that stands there twice is found, and so is a table begun again inside of itself', () => {
  const table = '| a | b |\n| --- | --- |\n| 1 | 2 |\n| 3 | 4 |\n';
  expect(repeatedRows(`${table}| 1 |  2 |\n`)).toEqual(['| 1 | 2 |']);
  expect(repeatedRows(`${table}| --- | ------- |\n`)).toEqual(['| --- | ------- |']);
  expect(repeatedRows(`${table}\nAnd another.\n\n${table}`)).toEqual([]);
});
