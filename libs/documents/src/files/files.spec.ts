import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type KeyRing, type KeyStore, createInMemoryKeyStore, createKeyRing, ephemeralKeyFile } from '@kvp/people';
import { createDiskFiles } from './disk-files.ts';
import { FilesUnavailable, checkedName } from './file-store.ts';
import { createInMemoryFiles } from './in-memory-files.ts';
import { mediaTypeOf } from './media-types.ts';
import { type Files, createFiles, sha256Of } from './sealed-files.ts';

const [KARI, BO] = ['7b0c1d2e-3f40-5516-8273-849506a7b8c9', '8c1d2e3f-4051-5627-9384-95a6b7c8d9e0'];
const pdf = (text: string): Buffer => Buffer.from(`%PDF-1.7\n${text}`);

async function twoPeople(): Promise<{ readonly keys: KeyRing; readonly withoutKeys: KeyRing }> {
  const keyFile = ephemeralKeyFile();
  const keyStore: KeyStore = createInMemoryKeyStore();
  const keys = createKeyRing({ keyStore, keyFile });
  for (const person of [KARI, BO]) await keys.provide(person);
  return { keys, withoutKeys: createKeyRing({ keyStore: createInMemoryKeyStore(), keyFile }) };
}

describe('files of persons', () => {
  let held: Map<string, Uint8Array>;
  let files: Files;
  let forgotten: Files;
  beforeAll(async () => {
    held = new Map();
    const { keys, withoutKeys } = await twoPeople();
    files = createFiles({ store: createInMemoryFiles(held), keys });
    forgotten = createFiles({ store: createInMemoryFiles(held), keys: withoutKeys });
  });

  test('are found by the hash of their content, and are sealed where they lie', async () => {
    const kept = await files.keep(KARI, pdf('Kari bor i Storgata 1'));
    expect(kept).toEqual({ sha256: sha256Of(pdf('Kari bor i Storgata 1')), size: 30, mediaType: 'application/pdf' });
    expect(await files.read(KARI, kept!.sha256)).toEqual({ kind: 'content', bytes: pdf('Kari bor i Storgata 1') });
    expect([...held.keys()]).toEqual([`${KARI}/${kept!.sha256}`]);
    expect(Buffer.from(held.get(`${KARI}/${kept!.sha256}`)!).includes('Storgata')).toBe(false);
  });

  test('of the same content lie apart for each person, and open for no other', async () => {
    const { sha256 } = (await files.keep(BO, pdf('et skjema')))!;
    expect((await files.read(KARI, sha256)).kind).toBe('missing');
    held.set(`${KARI}/${sha256}`, held.get(`${BO}/${sha256}`)!);
    expect((await files.read(KARI, sha256)).kind).toBe('altered');
  });

  test('with a byte flipped anywhere, cut short or put in another place are altered, never served', async () => {
    const { sha256 } = (await files.keep(KARI, pdf('vedtak')))!;
    const name = `${KARI}/${sha256}`;
    const whole = held.get(name)!;
    for (let at = 0; at < whole.length; at += 1) {
      const flipped = Uint8Array.from(whole);
      flipped[at]! ^= 1;
      held.set(name, flipped);
      expect([at, (await files.read(KARI, sha256)).kind]).toEqual([at, 'altered']);
    }
    for (const length of [0, 3, 20, whole.length - 1]) {
      held.set(name, whole.subarray(0, length));
      expect((await files.read(KARI, sha256)).kind).toBe('altered');
    }
    const other = (await files.keep(KARI, pdf('et annet')))!;
    held.set(name, held.get(`${KARI}/${other.sha256}`)!);
    expect((await files.read(KARI, sha256)).kind).toBe('altered');
    await files.keep(KARI, pdf('vedtak'));
    expect((await files.read(KARI, sha256)).kind).toBe('content');
  });

  test('that are stored again change nothing', async () => {
    const { sha256 } = (await files.keep(KARI, pdf('en gang')))!;
    const before = held.get(`${KARI}/${sha256}`);
    await files.keep(KARI, pdf('en gang'));
    expect(held.get(`${KARI}/${sha256}`)).toBe(before);
  });

  test('of a person whose key is destroyed are forgotten; the sealed bytes and their name stay', async () => {
    const { sha256 } = (await files.keep(KARI, pdf('glemmes')))!;
    expect(await forgotten.read(KARI, sha256)).toEqual({ kind: 'forgotten' });
    expect(held.has(`${KARI}/${sha256}`)).toBe(true);
  });
});

test.each([
  ['a PDF', pdf(''), 'application/pdf'],
  ['a PNG', Buffer.from('89504e470d0a1a0a0000', 'hex'), 'image/png'],
  ['a JPEG', Buffer.from('ffd8ffe000104a464946', 'hex'), 'image/jpeg'],
  ['a page', Buffer.from('<!doctype html><script>'), undefined],
  ['a program', Buffer.from('MZ\u0090'), undefined],
  ['a zip, as of Word', Buffer.from('504b030414000600', 'hex'), undefined],
  ['a PDF behind something else', Buffer.from('<html>%PDF-1.7'), undefined],
  ['the beginning of one', Buffer.from('%PD'), undefined],
  ['nothing', Buffer.alloc(0), undefined],
])('%s is what its first bytes say', (_what, bytes, type) => expect(mediaTypeOf(bytes)).toBe(type));

describe('files on disk', () => {
  let folder: string;
  beforeAll(async () => void (folder = await mkdtemp(join(tmpdir(), 'kvp-files-'))));
  afterAll(() => rm(folder, { recursive: true }));
  const name = `${KARI}/${'a'.repeat(64)}`;

  test('are there as a whole, or not at all, and nothing else is left beside them', async () => {
    const store = createDiskFiles(join(folder, 'new'));
    expect(await store.get(name)).toBeNull();
    await Promise.all(Array.from({ length: 20 }, (_, n) => store.put(name, Buffer.alloc(100_000, n))));
    const found = (await store.get(name))!;
    expect(found).toHaveLength(100_000);
    expect(new Set(found).size).toBe(1);
    expect(await readdir(join(folder, 'new', KARI))).toEqual(['a'.repeat(64)]);
  });

  test.each([
    ['/dev/full', 'ENOTDIR'],
    ['a file', 'ENOTDIR'],
  ])('a folder that is %s is named, with what to look at', async (kind) => {
    const path = kind === 'a file' ? join(folder, 'file') : kind;
    if (kind === 'a file') await writeFile(path, '');
    const failed = createDiskFiles(path).put(name, Buffer.from('x'));
    await expect(failed).rejects.toThrow(FilesUnavailable);
    await expect(failed).rejects.toThrow(/cannot be reached \((?:ENOTDIR|EEXIST)\)/);
  });

  test('what cannot be put in its place leaves nothing behind', async () => {
    await mkdir(join(folder, name, 'in the way'), { recursive: true });
    await expect(createDiskFiles(folder).put(name, Buffer.from('x'))).rejects.toThrow(FilesUnavailable);
    expect(await readdir(join(folder, KARI))).toEqual(['a'.repeat(64)]);
    await rm(join(folder, name), { recursive: true });
  });

  test('a name that leads out is refused before anything is touched', () => {
    const store = createDiskFiles(folder);
    for (const bad of [
      '../x',
      `${KARI}/../../etc/passwd`,
      `/${'a'.repeat(64)}`,
      `${KARI}/${'A'.repeat(64)}`,
      `${KARI}/${'a'.repeat(63)}`,
      '',
    ])
      expect(() => checkedName(bad)).toThrow(TypeError);
    return expect(store.get('../../etc/passwd')).rejects.toThrow(TypeError);
  });

  test('one that was written in the clear by somebody else is altered', async () => {
    const { keys } = await twoPeople();
    const files = createFiles({ store: createDiskFiles(folder), keys });
    const { sha256 } = (await files.keep(KARI, pdf('ekte')))!;
    const path = join(folder, KARI, sha256);
    expect((await readFile(path)).includes('ekte')).toBe(false);
    await writeFile(path, pdf('ekte'));
    expect((await files.read(KARI, sha256)).kind).toBe('altered');
  });
});
