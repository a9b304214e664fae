import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { RECORD_KINDS } from '../publication/contract.ts';
import type { Schema } from '../publication/pick.ts';
import { breakingChanges } from './compatibility.ts';
import { PUBLISHED, changesOf, fileOf, publishSchemas, publishedSchemas, textOf } from './published.ts';

const kinds = RECORD_KINDS.map((kind) => [fileOf(kind), kind] as const);

describe('what is published', () => {
  test.each(kinds)('%s would still be read by those who know the published version', (_file, kind) => {
    expect(changesOf(kind)).toEqual([]);
  });

  test.each(kinds)('%s is current; if not: npm run docs', (file, { schema }) => {
    expect(readFileSync(join(PUBLISHED, file), 'utf8')).toBe(textOf(schema));
  });

  test('no version is left out, the replaced ones neither', () => {
    const files = new Set(readdirSync(PUBLISHED, { recursive: true }).map(String));
    const versions = RECORD_KINDS.flatMap((kind) => Array.from({ length: kind.version }, (_, n) => fileOf({ ...kind, version: n + 1 })));
    expect(versions.filter((file) => !files.has(file))).toEqual([]);
    expect(publishedSchemas().size).toBeGreaterThanOrEqual(RECORD_KINDS.length);
  });

  test('a breaking change is refused, with nothing written and the version to raise', () => {
    const [first, second] = RECORD_KINDS;
    if (first === undefined || second === undefined) throw new Error('Nothing is published.');
    const folder = mkdtempSync(join(tmpdir(), 'kvp-published-'));
    try {
      publishSchemas(folder, [first]);
      const { metadata: _gone, ...properties } = first.schema.properties ?? {};
      expect(() => publishSchemas(folder, [second, { ...first, schema: { ...first.schema, properties } }])).toThrow(
        `${first.topic.name} ${first.name} version 1 is published, and its readers would not understand it any more: value.metadata is gone. Raise the version`,
      );
      expect(readdirSync(folder, { recursive: true }).length).toBe(2);
      writeFileSync(join(folder, fileOf(first)), '{}\n');
      publishSchemas(folder, [first]);
      expect(readFileSync(join(folder, fileOf(first)), 'utf8')).toBe(textOf(first.schema));
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

const published: Schema = {
  type: 'object',
  required: ['reason', 'days'],
  properties: {
    reason: { type: 'string', enum: ['completed', 'agreed'] },
    days: { type: 'integer', minimum: 0, maximum: 400 },
    on: { type: 'string', format: 'date' },
    list: { type: 'array', items: { type: 'string', pattern: '^a$' } },
  },
};
const changed = (change: (schema: Record<string, Record<string, unknown>>) => unknown): Schema => {
  const copy = structuredClone(published) as unknown as { properties: Record<string, Record<string, unknown>> };
  change(copy.properties);
  return copy;
};

test.each<[string, Schema, readonly string[]]>([
  ['nothing', published, []],
  ['a new field', changed((p) => (p['more'] = { type: 'string' })), []],
  ['fewer codes', changed((p) => (p['reason']!['enum'] = ['agreed'])), []],
  ['narrower bounds', changed((p) => (p['days']!['maximum'] = 300)), []],
  ['a field that must be there now', { ...published, required: ['reason', 'days', 'on'] }, []],
  [
    'a new code',
    changed((p) => (p['reason']!['enum'] = ['completed', 'agreed', 'death'])),
    ['value.reason may say death, which it could not'],
  ],
  ['codes no more', changed((p) => delete p['reason']!['enum']), ['value.reason is no list of codes any more']],
  ['a field that is gone', changed((p) => delete p['on']), ['value.on is gone']],
  ['a field that may be left out', { ...published, required: ['reason'] }, ['value.days may be left out']],
  ['another type', changed((p) => (p['days']!['type'] = 'string')), ['value.days may be string, which it could not']],
  ['null', changed((p) => (p['on']!['type'] = ['string', 'null'])), ['value.on may be null, which it could not']],
  ['wider bounds', changed((p) => delete p['days']!['maximum']), ['value.days has a wider maximum']],
  ['another format', changed((p) => (p['on']!['format'] = 'date-time')), ['value.on has another format']],
  [
    'another pattern in a list',
    changed((p) => (p['list']!['items'] = { type: 'string', pattern: '^b$' })),
    ['value.list[] has another pattern'],
  ],
])('%s', (_name, current, breaks) => {
  expect(breakingChanges(published, current)).toEqual(breaks);
});
