import { createHash } from 'node:crypto';
import { readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { verifyChains } from '@kvp/deciding';
import { commands } from '@kvp/lifecycle';
import { testDatabase } from '../../../../test/support/postgres.ts';
import { application } from '../testing/lives.ts';
import { actors } from '../testing/test-api.ts';
import { startTestSystem, type TestSystem } from '../testing/test-system.ts';

let house: TestSystem;
beforeAll(async () => void (house = await startTestSystem(await testDatabase())));
afterAll(() => house.close());

const pdf = Buffer.from('%PDF-1.7\nbrev fra Storgata 1');
const on = (day: string, revision?: number) => ({ 'x-time': day, ...(revision === undefined ? {} : { 'if-match': `"${revision}"` }) });

const bytesAt = async (path: string): Promise<Response> =>
  await fetch(`${house.system.url}${path}`, { headers: { authorization: `Bearer ${await house.system.tokenFor(actors.kari)}` } });

/** A case with its letter of grant and an attachment. */
async function withDocuments(serial: number): Promise<{ readonly path: string; readonly letter: string; readonly attached: string }> {
  const { body } = await house.send('/cases', { body: application(serial), headers: on('2025-01-06') });
  const path = `/cases/${String(body['caseId'])}`;
  await house.send(`${path}/grant`, { body: commands['grant']!.example, headers: on('2025-01-20', 0) });
  const issued = await house.send(`${path}/issue-letter`, { body: { about: 1 }, headers: on('2025-01-20') });
  const [{ data }] = issued.body['events'] as [{ data: { sha256: string } }];
  const uploaded = await fetch(`${house.system.url}${path}/files`, {
    method: 'POST',
    headers: { authorization: `Bearer ${await house.system.tokenFor(actors.kari)}`, 'content-type': 'application/pdf' },
    body: pdf,
  });
  const { sha256 } = (await uploaded.json()) as { sha256: string };
  await house.send(`${path}/attach-document`, { body: { file: sha256, title: 'Brev' }, headers: on('2025-01-21') });
  return { path, letter: data.sha256, attached: sha256 };
}

const stored = async (sha256: string): Promise<string> => {
  const root = join(house.config.dataDir, 'documents');
  const found = (await readdir(root, { recursive: true })).find((name) => name.endsWith(sha256));
  return join(root, found!);
};

test('the bytes that were sent are served after a restart, lie sealed on the disk, and are not served when one of them is changed', async () => {
  const { path, letter, attached } = await withDocuments(1);
  await house.restart();
  for (const sha256 of [letter, attached]) {
    const served = await bytesAt(`${path}/documents/${sha256}`);
    const bytes = Buffer.from(await served.arrayBuffer());
    expect([served.status, createHash('sha256').update(bytes).digest('hex')]).toEqual([200, sha256]);
  }
  const file = await stored(attached);
  const sealed = await readFile(file);
  expect(sealed.includes('Storgata')).toBe(false);
  sealed[sealed.length - 30]! ^= 1;
  await writeFile(file, sealed);
  const altered = await bytesAt(`${path}/documents/${attached}`);
  expect([altered.status, ((await altered.json()) as { code: string }).code]).toEqual([500, 'content-altered']);
  expect(house.log.filter((line) => line.includes('content altered'))).toHaveLength(1);
  expect(house.log.join()).not.toContain('Storgata');
});

test('with the key of the person destroyed the content is forgotten: the hash, the chain and the sealed bytes stay', async () => {
  const { path, letter } = await withDocuments(2);
  const caseId = path.slice('/cases/'.length);
  await house.send(`${path}?atLeast=4`);
  const loaded = await house.system.commands.loadCase(caseId);
  await house.system.pool.query('delete from vault.person_key where key like $1', [`${loaded!.state.application!.personId}#%`]);
  await house.restart();
  const gone = await bytesAt(`${path}/documents/${letter}`);
  expect([gone.status, ((await gone.json()) as { code: string }).code]).toEqual([410, 'content-forgotten']);
  for (const view of ['', '/audit-trail', '/commands'])
    expect((await house.send(path + view)).body).toMatchObject({ status: 410, code: 'content-forgotten' });
  expect((await house.send(`${path}/documents`, { as: 'ola' })).body).toMatchObject({ code: 'case-not-found' });
  expect((await readFile(await stored(letter))).length).toBeGreaterThan(10_000);
  expect((await verifyChains(house.system.store)).faults).toEqual([]);
});
