import { readFile, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, expect, test } from '@jest/globals';
import { kvp } from '../testing/kvp.ts';
import { shortLife } from '../testing/lives.ts';

/** What docs/play.md shows: a life, and what comes of one. */
let shown: readonly [life: unknown, answer: object];

beforeAll(async () => {
  const page = await readFile(new URL('../../../../docs/play.md', import.meta.url), 'utf8');
  shown = [...page.matchAll(/```json\n([\s\S]*?)```/g)].map(([, block = '']) => JSON.parse(block) as object) as unknown as typeof shown;
});

async function played(life: unknown): Promise<{ readonly status: number; readonly answer: object }> {
  const folder = await mkdtemp(join(tmpdir(), 'kvp-docs-'));
  await writeFile(join(folder, 'life.json'), JSON.stringify(life));
  const { status, out } = await kvp(['play', join(folder, 'life.json'), '--json']);
  await rm(folder, { recursive: true });
  return { status, answer: JSON.parse(out) as object };
}

/** The names of all fields, those of a list's entries together. */
function fieldsOf(value: unknown, place = ''): readonly string[] {
  if (Array.isArray(value) && value.length > 0) return value.flatMap((each) => fieldsOf(each, `${place}[]`));
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [place];
  return Object.entries(value).flatMap(([name, inner]) => fieldsOf(inner, `${place}.${name}`));
}

test('the life on the page can be played', async () => {
  expect(await played(shown[0])).toMatchObject({ status: 0, answer: { results: [{ accepted: true }] } });
});

test('the answer on the page has the fields of a real one', async () => {
  const { answer } = await played({ ...shortLife('page'), asOf: '2025-06-30' });
  expect(new Set(fieldsOf(shown[1]))).toEqual(new Set(fieldsOf(answer)));
});
