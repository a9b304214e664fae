import { mkdtemp, rm } from 'node:fs/promises';
import { type Server, createServer } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createInMemoryKeyStore, createKeyRing, ephemeralKeyFile } from '@kvp/people';
import { FilesUnavailable } from './file-store.ts';
import { type S3Settings, createS3Files } from './s3-files.ts';
import { createFiles } from './sealed-files.ts';

/** A stand-in that speaks S3 and knows who may ask; no store of this kind comes as a package that installs by itself. */
interface StandIn {
  run(): Promise<{ readonly port: number }>;
  close(): Promise<void>;
}
const S3rver = createRequire(import.meta.url)('s3rver') as new (options: object) => StandIn;

const PERSON = '7b0c1d2e-3f40-5516-8273-849506a7b8c9';
const name = `${PERSON}/${'a'.repeat(64)}`;
const settings = (port: number, change: Partial<S3Settings> = {}): S3Settings => ({
  ...{ endpoint: `http://127.0.0.1:${port}`, bucket: 'kvp-documents', region: 'us-east-1' },
  ...{ accessKeyId: 'S3RVER', secretAccessKey: 'S3RVER', answerMs: 2_000 },
  ...change,
});

describe('on a stand-in for S3', () => {
  let folder: string;
  let server: StandIn;
  let port: number;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'kvp-s3-'));
    server = new S3rver({ port: 0, address: '127.0.0.1', silent: true, directory: folder, configureBuckets: [{ name: 'kvp-documents' }] });
    ({ port } = await server.run());
  });
  afterAll(async () => {
    await server.close();
    await rm(folder, { recursive: true });
  });

  test('an object is written, read and written over; one that is not there is null', async () => {
    const store = createS3Files(settings(port));
    expect(await store.get(name)).toBeNull();
    await store.put(name, Buffer.from('første'));
    await store.put(name, Buffer.from('andre'));
    expect(Buffer.from((await store.get(name))!).toString()).toBe('andre');
    expect(store.description).toBe(`objects in kvp-documents at 127.0.0.1:${port}`);
  });

  test('a sealed file of some megabytes comes back as it was', async () => {
    const keys = createKeyRing({ keyStore: createInMemoryKeyStore(), keyFile: ephemeralKeyFile() });
    await keys.provide(PERSON);
    const files = createFiles({ store: createS3Files(settings(port)), keys });
    const large = Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(5_000_000, 7)]);
    const { sha256 } = (await files.keep(PERSON, large))!;
    const found = await files.read(PERSON, sha256);
    expect(found.kind === 'content' && large.equals(Buffer.from(found.bytes))).toBe(true);
  });

  test.each([
    ['somebody else', { accessKeyId: 'NOBODY' }, /answered 403.*Are the keys right/],
    ['a bucket that is not there', { bucket: 'no-such-bucket' }, /answered 404.*is the bucket there/],
  ])('%s is said, and neither keys nor names are', async (_what, change, message) => {
    const store = createS3Files(settings(port, change));
    for (const failed of [store.put(name, Buffer.from('x')), store.get(name)]) {
      await expect(failed).rejects.toThrow(FilesUnavailable);
      await expect(failed).rejects.toThrow(message);
      await expect(failed).rejects.not.toThrow(/S3RVER|NOBODY|7b0c1d2e/);
    }
  });
});

describe('on a server with faults', () => {
  let asked: number;
  let server: Server;
  let answers: readonly (number | 'hang')[];
  beforeAll(async () => {
    server = createServer((request, response) => {
      const answer = answers[asked++] ?? 200;
      request.resume();
      if (answer !== 'hang') request.on('end', () => response.writeHead(answer).end('innhold'));
    });
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  });
  afterAll(async () => {
    server.closeAllConnections();
    await new Promise((closed) => server.close(closed));
  });
  const storeThat = (...told: readonly (number | 'hang')[]) => {
    asked = 0;
    answers = told;
    return createS3Files(settings((server.address() as AddressInfo).port, { answerMs: 200 }));
  };

  test('a fault that passes is tried again, one that stays or a hang is told', async () => {
    await storeThat(503, 500).put(name, Buffer.from('x'));
    expect(asked).toBe(3);
    expect(Buffer.from((await storeThat('hang').get(name))!).toString()).toBe('innhold');
    await expect(storeThat(503, 503, 503).put(name, Buffer.from('x'))).rejects.toThrow(/answered 503/);
    await expect(storeThat('hang', 'hang', 'hang').get(name)).rejects.toThrow(/did not answer/);
    await expect(storeThat(507, 507, 507).put(name, Buffer.from('x'))).rejects.toMatchObject({ reason: 'full' });
  });
});

test('a server that is not there is told with what to look at', async () => {
  await expect(createS3Files(settings(1)).get(name)).rejects.toThrow(/did not answer. Is it up/);
});
