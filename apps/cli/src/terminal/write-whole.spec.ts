import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { writeWhole } from './write-whole.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'kvp-whole-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** A disk that takes the beginning of a file, and is full then. */
const fullDisk: typeof open = async (...asked) => {
  const file = await open(...asked);
  const writeFile = async (bytes: Uint8Array): Promise<never> => {
    await file.write(bytes.subarray(0, 2));
    throw Object.assign(new Error('write'), { code: 'ENOSPC' });
  };
  return { writeFile, sync: () => file.sync(), close: () => file.close() } as unknown as Awaited<ReturnType<typeof open>>;
};

test('a file is there whole', async () => {
  const path = join(folder, 'whole.zip');
  await writeWhole(path, Buffer.from('innhold'));
  expect(readFileSync(path, 'utf8')).toBe('innhold');
});

test('a disk that is full leaves nothing half-made, and what was there before stays', async () => {
  const path = join(folder, 'kept.zip');
  await writeWhole(path, Buffer.from('den gamle'));
  await expect(writeWhole(path, Buffer.from('den nye'), fullDisk)).rejects.toThrow('the disk is full. Nothing is left of it.');
  expect(readFileSync(path, 'utf8')).toBe('den gamle');
  await expect(writeWhole(join(folder, 'never.zip'), Buffer.from('x'), fullDisk)).rejects.toThrow('the disk is full');
  expect(readdirSync(folder).sort()).toEqual(['kept.zip', 'whole.zip']);
});

test('a folder that does not exist is named', async () => {
  await expect(writeWhole(join(folder, 'none', 'x.zip'), Buffer.from('x'))).rejects.toThrow('the folder does not exist');
});
