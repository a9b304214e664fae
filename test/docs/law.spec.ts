import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { DECIDED_POINTS, LAW_RELEASE, SOURCES, tellTables } from '@kvp/rulebook';
import { ROOT } from '../support/workspace-copy.ts';

const page = readFileSync(join(ROOT, 'docs/law.md'), 'utf8');
const rows = tellTables().flatMap(({ rules }) => rules.flatMap(({ told }) => told));

/** True when the file is there and has the name as a word of its own. */
function isCarried(carrier: string): boolean {
  const [file = '', name = ''] = carrier.split('#');
  const path = join(ROOT, file);
  return existsSync(path) && new RegExp(`\\b${name}\\b`).test(readFileSync(path, 'utf8'));
}

test('what is said to carry a decided point stands in the code', () => {
  const carriers = DECIDED_POINTS.flatMap(({ carriedBy }) => carriedBy);
  expect(carriers.filter((carrier) => !isCarried(carrier))).toEqual([]);
  expect(isCarried('libs/calendar/src/date.ts#nobodyHasThisName')).toBe(false);
});

test('the page has every rule, every decided point, and the release that it was made from', () => {
  for (const { rules } of tellTables()) for (const { name } of rules) expect(page).toContain(`\n\`${name}\`\n`);
  for (const { number, title } of DECIDED_POINTS) expect(page).toContain(`| ${number} | ${title}`);
  expect(page).toContain(LAW_RELEASE);
});

test('no row refers to what is not part of the project', () => {
  expect(rows.filter(({ source, provision }) => /rulebook|SEED|\/work|\.txt/i.test(`${source} ${provision}`))).toEqual([]);
});

test('every abbreviation of a provision is explained', () => {
  const short = SOURCES.flatMap((source) => source.short.split(', '));
  const used = new Set(rows.flatMap(({ provision, source }) => `${provision} ${source}`.match(/\b[A-ZÆØÅ]{3,}[0-9]*\b/g) ?? []));
  expect([...used].filter((word) => !['LOV', 'FOR', 'AAP', ...short].includes(word))).toEqual([]);
});
