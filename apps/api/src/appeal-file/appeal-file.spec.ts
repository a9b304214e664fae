import { createHash, randomUUID } from 'node:crypto';
import { DocumentUnavailable, verifyFile } from '@kvp/appeal-file';
import { commands } from '@kvp/lifecycle';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { application } from '../testing/lives.ts';
import { startTestApi, type TestApi } from '../testing/test-api.ts';

let api: TestApi;
let isDamaged = false;
beforeAll(async () => {
  api = await startTestApi(({ appealFiles }) => ({
    appealFiles: { make: (...asked) => (isDamaged ? Promise.reject(new DocumentUnavailable(7, 'altered')) : appealFiles.make(...asked)) },
  }));
});
afterAll(() => api.close());

const on = (day: string, revision?: number) => ({
  'x-time': `${day}T10:00:00Z`,
  ...(revision === undefined ? {} : { 'if-match': `"${revision}"` }),
});

/** A rejected application that was appealed on 10 February 2025, upheld by another than made it, and ready to be forwarded. */
async function appealed(serial: number): Promise<string> {
  const opened = await api.send('/cases', { body: application(serial), headers: on('2025-01-06') });
  const path = `/cases/${String(opened.body['caseId'])}`;
  let revision = 0;
  const step = async (command: string, body: object, day: string, as: 'kari' | 'kim' = 'kari'): Promise<void> => {
    const answer = await api.send(`${path}/${command}`, { as, body, headers: on(day, revision) });
    expect([command, answer.status, answer.body['detail'], answer.body['refusals']]).toEqual([command, 200, undefined, undefined]);
    revision = Number(answer.body['revision']);
  };
  await step('reject', commands['reject']!.example, '2025-01-20');
  await step('notify-decision', { channel: 'paper', sentOn: '2025-01-20', arrivedOn: '2025-01-22' }, '2025-01-23');
  await step('appeal', { receivedOn: '2025-02-10', wants: 'Programmet skal innvilges.', grounds: 'Jeg kan delta.' }, '2025-02-10', 'kim');
  await step('reconsider', { outcome: 'upheld', justification: 'Ikke noe nytt.' }, '2025-02-20', 'kim');
  return path;
}

/** The bytes of a zip, which `inject` gives as text. */
const zipOf = async (path: string, query = '') => {
  const answer = await api.app.inject({
    method: 'GET',
    url: `${path}/appeals/1/file${query}`,
    headers: { authorization: 'Bearer kim', ...on('2025-03-01') },
  });
  return { status: answer.statusCode, headers: answer.headers, bytes: new Uint8Array(answer.rawPayload) };
};

test('the file of an appeal is a zip that holds, the same bytes for the same moment, with its hash beside it', async () => {
  const path = await appealed(1);
  const one = await zipOf(path, '?knownAt=2025-02-28');
  expect(one).toMatchObject({ status: 200, headers: { 'content-type': 'application/zip' } });
  expect(one.headers['content-disposition']).toMatch(/^attachment; filename="klage-1-[0-9a-f]{8}-2025-02-28\.zip"$/);
  expect(one.headers['repr-digest']).toBe(`sha-256=:${createHash('sha256').update(one.bytes).digest('base64')}:`);
  expect(verifyFile(one.bytes)).toMatchObject({ holds: true, manifest: { appeal: 1, edition: 'whole' } });
  expect(Buffer.compare(one.bytes, (await zipOf(path, '?knownAt=2025-02-28')).bytes)).toBe(0);
  expect(verifyFile((await zipOf(path, '?edition=party')).bytes)).toMatchObject({ holds: true, manifest: { edition: 'party' } });
  expect(api.entries.at(-1)).toMatchObject({ action: 'read-appeal-file', actorId: 'kim' });
});

test('what is missing is told in the file, and stands in the way of forwarding until a reason is given', async () => {
  const path = await appealed(2);
  const { manifest } = verifyFile((await zipOf(path)).bytes);
  expect(manifest?.missing).toEqual(['vedtaksbrevet slik det ble sendt', 'klagen slik parten skrev den', 'arbeidsevnevurderingen']);
  const forward = (more: object) =>
    api.send(`${path}/forward-appeal`, { as: 'kim', body: { statement: 'Vedtaket blir stående.', ...more }, headers: on('2025-03-01') });
  expect(await forward({})).toMatchObject({
    status: 422,
    body: {
      refusals: [
        {
          code: 'appeal-file-incomplete',
          provision: 'FVL § 33',
          message: 'Saksframlegget mangler vedtaksbrevet slik det ble sendt, klagen slik parten skrev den og arbeidsevnevurderingen.',
        },
      ],
    },
  });
  expect(await forward({ incompleteReason: 'Dokumentene ettersendes i posten.' })).toMatchObject({ status: 200 });
});

test('an appeal that is not there, or not yet, or not theirs, is not found, and nothing of it is told', async () => {
  const path = await appealed(3);
  const ask = (address: string, as: 'kim' | 'ola' = 'kim') => api.send(address, { as, headers: on('2025-03-01') });
  for (const number of ['2', '0', 'x', '1.5'])
    expect(await ask(`${path}/appeals/${number}/file`)).toMatchObject({ status: 404, body: { code: 'appeal-not-found' } });
  expect(await ask(`${path}/appeals/1/file?knownAt=2025-02-09`)).toMatchObject({ status: 404, body: { code: 'appeal-not-found' } });
  expect(await ask(`${path}/appeals/1/file`, 'ola')).toMatchObject({ status: 404, body: { code: 'case-not-found' } });
  expect(await ask(`/cases/${randomUUID()}/appeals/1/file`)).toMatchObject({ status: 404, body: { code: 'case-not-found' } });
  expect(await ask(`${path}/appeals/1/file?edition=half`)).toMatchObject({ status: 400, body: { errors: [{ field: 'edition' }] } });
  expect(await ask(`${path}/appeals/1/file?knownAt=2025-03-02`)).toMatchObject({ status: 400, body: { errors: [{ field: 'knownAt' }] } });
});

test('a document that is altered stops the file, and the answer names its event', async () => {
  const path = await appealed(4);
  isDamaged = true;
  const answer = await api.send(`${path}/appeals/1/file`, { as: 'kim', headers: on('2025-03-01') });
  isDamaged = false;
  expect(answer).toMatchObject({ status: 503, body: { detail: expect.stringContaining('Dokumentet i hendelse 7') } });
  expect(answer.headers['content-disposition']).toBeUndefined();
});
