import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { KeyFileError, lookupName, openKeyFile } from './key-file.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kvp-keys-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

test('a new key file is readable by its owner alone, and gives the same keys again', () => {
  const path = join(folder, 'keys.json');
  const made = openKeyFile(path, { create: true });
  expect(statSync(path).mode & 0o777).toBe(0o600);
  expect(openKeyFile(path, { create: true })).toEqual(made);
  expect(made.master).not.toEqual(made.lookup);
});

test('a missing or damaged file is never replaced by new keys, and the message says what to do', () => {
  const path = join(folder, 'keys.json');
  expect(() => openKeyFile(path, { create: false })).toThrow(/Restore it from backup/);
  for (const text of ['', '{', '{}', '{"masterId":"m","master":"AAAA","lookup":"AAAA"}']) {
    writeFileSync(path, text);
    expect(() => openKeyFile(path, { create: true })).toThrow(KeyFileError);
  }
});

test('a lookup name is stable, says nothing, and differs by kind and by where the parts are cut', () => {
  const keys = openKeyFile(join(folder, 'keys.json'), { create: true });
  const name = lookupName(keys, 'identity', '12345678901');
  expect(name).toMatch(/^[0-9a-f]{64}$/);
  expect(lookupName(keys, 'identity', '12345678901')).toBe(name);
  expect(lookupName(keys, 'applications', '12345678901')).not.toBe(name);
  expect(lookupName(keys, 'applications', 'a', 'bc')).not.toBe(lookupName(keys, 'applications', 'ab', 'c'));
});
