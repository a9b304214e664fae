import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { openCheckpointKeys } from '@kvp/notary';
import { hashFromHex, leafHash, openCheckpoint, parseVerifierKey, provesConsistency, provesInclusion } from '@kvp/proof';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { testDatabase } from '../../../../test/support/postgres.ts';
import { until } from '../../../../test/support/until.ts';
import { application } from '../testing/lives.ts';
import { startTestSystem, type TestSystem } from '../testing/test-system.ts';

const ORIGIN = 'kvp.example/log';
let house: TestSystem;
let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'kvp-log-'));
  const checkpointKeys = join(folder, 'checkpoint-keys.json');
  openCheckpointKeys(checkpointKeys, { create: ORIGIN });
  house = await startTestSystem(await testDatabase(), { checkpointKeys });
});
afterAll(async () => {
  await house.close();
  rmSync(folder, { recursive: true });
});

const apply = async (serial: number): Promise<string> => String((await house.send('/cases', { body: application(serial) })).body['caseId']);
const checkpoint = async (query = '') => await house.send(`/log/checkpoint${query}`, { as: 'drift' });
const errorsOf = async (path: string): Promise<unknown> => {
  const { status, body } = await house.send(path);
  return [status, (body['errors'] as { field: string }[]).map(({ field }) => field)];
};
/** What was signed, believed by the keys that the door names. */
async function head(query = '') {
  const { body } = await checkpoint(query);
  const opened = openCheckpoint(String(body['checkpoint']), (body['publicKeys'] as string[]).map(parseVerifierKey), { origin: ORIGIN });
  if ('fault' in opened) throw new Error(opened.fault);
  return opened.checkpoint;
}
async function hashOfFirst(): Promise<unknown> {
  for await (const { events } of house.system.store.subscribeAll({ pageSize: 1 })) return events[0]?.metadata['hash'];
  return undefined;
}
const hashes = (path: unknown): Uint8Array[] => (path as string[]).map((each) => hashFromHex(each) ?? new Uint8Array());

test('the log is signed while the system runs, and everybody with a token may have what was signed', async () => {
  expect(await checkpoint()).toMatchObject({ status: 404, body: { code: 'not-signed' } });
  await apply(1);
  await until('the day is signed', 20_000, async () => ((await checkpoint()).status === 200 ? true : undefined));
  const { body } = await checkpoint();
  expect(body).toMatchObject({ revision: 0, origin: ORIGIN, size: expect.any(Number), publicKeys: [expect.stringContaining(ORIGIN)] });
  expect(await head()).toMatchObject({ origin: ORIGIN, size: body['size'] });
  expect(await house.send('/log/checkpoint', { token: 'none' })).toMatchObject({ status: 401 });
  const note = await fetch(`${house.system.url}/log/checkpoint?format=note`, {
    headers: {
      authorization: `Bearer ${await house.system.tokenFor({ id: 'f', role: 'statsforvalter', municipality: '4204', office: '1001' })}`,
    },
  });
  expect([note.headers.get('content-type'), await note.text()]).toEqual(['text/plain; charset=utf-8', body['checkpoint']]);
  expect((await house.send('/health/ready')).body['logTree']).toMatchObject({
    status: 'up',
    details: { state: 'live', lagSeconds: 0, signedOn: expect.any(String), notSigned: null },
  });
});

test('an event of a case is proven to stand in the log, and the log to continue what it was', async () => {
  const caseId = await apply(2);
  const before = await head();
  const size = await until('the tree has it', 20_000, async () => {
    const { details } = (await house.send('/health/ready')).body['logTree'] as { details: { size: number } };
    return (await house.send(`/cases/${caseId}/proof?size=${details.size}`)).status === 200 ? details.size : undefined;
  });
  const { body: event } = await house.send(`/cases/${caseId}/proof?size=${size}`);
  expect(event).toMatchObject({ caseId, revision: 0, size, checkpoint: null });
  // A log is no proof of itself: its root comes from whoever has the tree.
  const { body: byLeaf } = await house.send(`/log/proof?leaf=${String(event['leaf'])}&size=${size}`);
  expect(byLeaf).toEqual({ leaf: event['leaf'], size, path: event['path'], checkpoint: null });

  const { body: first } = await house.send(`/log/proof?leaf=0`);
  expect(first).toMatchObject({ size: before.size, checkpoint: expect.stringContaining(ORIGIN) });
  const leaf = leafHash(hashFromHex(await hashOfFirst()) ?? new Uint8Array());
  expect(provesInclusion(0, leaf, before, hashes(first['path']))).toBe(true);
  expect(provesConsistency(before, before, hashes((await house.send(`/log/proof?from=${before.size}`)).body['path']))).toBe(true);
});

test('what is not there, not signed, not theirs or not understood is answered as such', async () => {
  const caseId = await apply(3);
  const { size } = await head();
  expect(await errorsOf('/log/proof')).toEqual([400, ['leaf']]);
  expect(await errorsOf('/log/proof?leaf=0&from=1')).toEqual([400, ['leaf']]);
  expect(await errorsOf(`/log/proof?leaf=${size}`)).toEqual([400, ['leaf']]);
  expect(await errorsOf('/log/proof?from=0')).toEqual([400, ['from']]);
  expect(await errorsOf(`/log/proof?from=${size + 1}`)).toEqual([400, ['from']]);
  expect(await errorsOf('/log/proof?leaf=x')).toEqual([400, ['leaf']]);
  expect(await errorsOf('/log/proof?leaf=0&size=99999')).toEqual([400, ['size']]);
  expect(await errorsOf('/log/checkpoint?format=pdf')).toEqual([400, ['format']]);
  expect(await house.send(`/log/checkpoint?size=99999`)).toMatchObject({ status: 404, body: { code: 'not-signed' } });
  expect(await house.send(`/cases/${caseId}/proof`)).toMatchObject({ status: 404, body: { code: 'not-signed' } });
  expect(await house.send(`/cases/${caseId}/proof?revision=9`)).toMatchObject({ status: 404, body: { code: 'revision-not-found' } });
  expect(await house.send(`/cases/${caseId}/proof`, { as: 'ola' })).toMatchObject({ status: 404, body: { code: 'case-not-found' } });
  expect(await house.send(`/cases/${caseId}/proof`, { as: 'drift' })).toMatchObject({ status: 403 });
});
