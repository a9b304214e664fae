import { createHash, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { FilesUnavailable } from '@kvp/documents';
import { LARGEST_FILE, commands } from '@kvp/lifecycle';
import { application } from '../testing/lives.ts';
import { type ActorName, type Answered, type Sent, startTestApi, type TestApi } from '../testing/test-api.ts';

let api: TestApi;
beforeAll(async () => void (api = await startTestApi()));
afterAll(() => api.close());

const grant = commands['grant']!.example;
const at = (day: string, revision?: number) => ({
  'x-time': `${day}T10:00:00Z`,
  ...(revision === undefined ? {} : { 'if-match': `"${revision}"` }),
});
const pdf = Buffer.from('%PDF-1.7\nlegeerklæring');
const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

let serial = 0;
/** A case with a grant as its second event. */
async function granted(): Promise<string> {
  const opened = await api.send('/cases', { body: application((serial += 1)), headers: at('2025-01-06') });
  const path = `/cases/${String(opened.body['caseId'])}`;
  await api.send(`${path}/grant`, { body: grant, headers: at('2025-01-20', 0) });
  return path;
}
const upload = (path: string, bytes: Buffer, type = 'application/pdf', sent: Sent = {}): Promise<Answered> =>
  api.send(`${path}/files`, { raw: bytes, headers: { 'content-type': type }, ...sent });
const content = async (path: string, name: string, as: ActorName = 'kari') =>
  await api.app.inject({ url: `${path}/documents/${name}`, headers: { authorization: `Bearer ${as}` } });

describe('letters', () => {
  test('the letter that is issued is the one that is served, byte for byte, and stands among the documents', async () => {
    const path = await granted();
    const issued = await api.send(`${path}/issue-letter`, { body: { about: 1 }, headers: at('2025-01-20') });
    expect(issued).toMatchObject({
      status: 200,
      body: { revision: 3, events: [{ type: 'LetterIssued', data: { about: 1, letter: 'grant' } }] },
    });
    const [{ data }] = issued.body['events'] as [{ data: { sha256: string; size: number } }];

    const listed = await api.send(`${path}/documents`);
    const letter = { revision: 3, kind: 'letter', title: 'Du får kvalifiseringsprogram', on: '2025-01-20', about: 1, sha256: data.sha256 };
    expect(listed).toMatchObject({ status: 200, headers: { etag: '"3"' }, body: { language: 'nb', documents: [letter] } });

    const served = await content(path, data.sha256);
    expect(served.statusCode).toBe(200);
    expect(served.headers['content-type']).toBe('application/pdf');
    expect(served.headers['content-disposition']).toContain("filename*=UTF-8''Du%20f%C3%A5r%20kvalifiseringsprogram.pdf");
    expect([sha256(served.rawPayload), served.rawPayload.length]).toEqual([data.sha256, data.size]);
    expect(api.entries.at(-1)).toMatchObject({ action: 'read-document', outcome: 'permitted', caseId: path.slice('/cases/'.length) });

    const told = await api.send(`${path}/notify-decision`, {
      body: { channel: 'paper', sentOn: '2025-01-20', letter: 3 },
      headers: at('2025-01-20'),
    });
    expect(told).toMatchObject({ status: 200, body: { events: [{ type: 'DecisionNotified', data: { decision: 1, letter: 3 } }] } });
  });

  test('a dry run says what it would be and stores nothing; the same letter the same day is issued once', async () => {
    const path = await granted();
    const before = api.stored.size;
    const tried = await api.send(`${path}/issue-letter?dryRun=true`, { body: { about: 1 }, headers: at('2025-01-20') });
    expect(tried).toMatchObject({ status: 200, body: { dryRun: true, events: [{ type: 'LetterIssued' }] } });
    expect(api.stored.size).toBe(before);
    const [first, second] = [
      await api.send(`${path}/issue-letter`, { body: { about: 1 }, headers: at('2025-01-20') }),
      await api.send(`${path}/issue-letter`, { body: { about: 1 }, headers: at('2025-01-20') }),
    ];
    expect(first.body['events']).toMatchObject(tried.body['events'] as object[]);
    expect(second).toMatchObject({ status: 200, body: { events: [], revision: 3 } });
    expect(api.stored.size).toBe(before + 1);
  });

  test('in nynorsk when the party wants it', async () => {
    const path = await granted();
    await api.send(`${path}/choose-language`, { body: { language: 'nn' }, headers: at('2025-01-20') });
    const issued = await api.send(`${path}/issue-letter`, { body: { about: 1 }, headers: at('2025-01-20') });
    expect(issued.body['events']).toMatchObject([{ personal: { language: 'nn' } }]);
  });

  test('there is none about what no letter is written about', async () => {
    const path = await granted();
    for (const about of [0, 2, 99])
      expect(await api.send(`${path}/issue-letter`, { body: { about }, headers: at('2025-01-20') })).toMatchObject({
        status: 422,
        body: { refusals: [{ code: 'no-letter-about' }] },
      });
  });
});

describe('previews', () => {
  const preview = async (path: string, body: object, as: ActorName = 'kari', day = '2025-01-20') =>
    await api.app.inject({
      method: 'POST',
      url: `${path}/letters/preview`,
      headers: { authorization: `Bearer ${as}`, 'content-type': 'application/json', ...at(day) },
      payload: JSON.stringify(body),
    });

  test('of what is decided, of a command that is not given yet and of a proposal; nothing is stored or written', async () => {
    const opened = await api.send('/cases', { body: application((serial += 1)), headers: at('2025-01-06') });
    const path = `/cases/${String(opened.body['caseId'])}`;
    const before = api.stored.size;
    const asked = await preview(path, { command: 'grant', input: grant });
    expect([asked.statusCode, asked.headers['content-type'], asked.rawPayload.subarray(0, 5).toString()]).toEqual([
      200,
      'application/pdf',
      '%PDF-',
    ]);
    expect(api.entries.at(-1)).toMatchObject({ action: 'preview-letter', outcome: 'permitted' });

    await api.send('/municipalities/4204/policy', {
      method: 'PUT',
      as: 'drift',
      body: { effectiveFrom: '2025-01-01', fourEyes: ['grant'] },
    });
    expect((await preview(path, { command: 'grant', input: grant })).statusCode).toBe(200);
    await api.send(`${path}/grant`, { body: grant, headers: at('2025-01-20', 0) });
    const proposed = await preview(path, { proposal: 1 }, 'bo');
    expect([proposed.statusCode, proposed.rawPayload.subarray(0, 5).toString()]).toEqual([200, '%PDF-']);
    await api.send('/municipalities/4204/policy', { method: 'PUT', as: 'drift', body: { effectiveFrom: '2025-01-01', fourEyes: [] } });
    expect(api.stored.size).toBe(before);
    expect(await api.store.head(`case-${path.slice('/cases/'.length)}`)).toBe(1);

    expect((await preview(await granted(), { about: 1 })).statusCode).toBe(200);
  });

  test.each<readonly [string, object, number, string]>([
    ['nothing', {}, 400, 'invalid-fields'],
    ['two things', { about: 1, proposal: 1 }, 400, 'invalid-fields'],
    ['a field that is not known', { about: 1, hva: 1 }, 400, 'invalid-fields'],
    ['no revision', { about: -1 }, 400, 'invalid-fields'],
    ['a command without a body', { command: 'terminate' }, 400, 'invalid-fields'],
    ['a command with a wrong body', { command: 'terminate', input: { lastDay: 'i morgen', reason: 'agreed' } }, 400, 'invalid-fields'],
    ['a command that is refused', { command: 'start', input: { startedOn: '2030-01-01' } }, 422, 'refused'],
    ['a command that no letter is about', { command: 'addNote', input: { text: 'Notat.' } }, 422, 'no-letter'],
    ['a command that there is none of', { command: 'constructor', input: {} }, 422, 'no-letter'],
    ['the application', { command: 'apply', input: {} }, 422, 'no-letter'],
    ['an event that is no decision', { about: 0 }, 422, 'no-letter'],
    ['a proposal that there is none of', { proposal: 1 }, 422, 'no-letter'],
    ['what another role decides', { command: 'approve', input: { proposal: 1 } }, 403, 'forbidden'],
  ])('of %s are refused', async (_what, body, status, code) => {
    const answer = await preview(await granted(), body);
    expect([answer.statusCode, (JSON.parse(answer.payload) as { code: string }).code]).toEqual([status, code]);
  });
});

describe('attachments', () => {
  test('a file is uploaded, attached, listed and served as it was sent', async () => {
    const path = await granted();
    const sent = await upload(path, pdf);
    expect(sent).toMatchObject({ status: 201, body: { sha256: sha256(pdf), size: pdf.length, mediaType: 'application/pdf' } });
    expect(api.entries.at(-1)).toMatchObject({ action: 'upload-file', outcome: 'permitted' });
    expect((await content(path, sha256(pdf))).statusCode).toBe(404);
    const body = { file: sha256(pdf), title: 'Legeerklæring', kind: 'doctorsNote', receivedOn: '2025-01-20' };
    expect((await api.send(`${path}/attach-document`, { body, headers: at('2025-01-20') })).status).toBe(200);
    expect((await api.send(`${path}/documents`)).body['documents']).toMatchObject([
      { title: 'Legeerklæring', kind: 'doctorsNote', about: null },
    ]);
    const served = await content(path, sha256(pdf));
    expect(served.rawPayload.equals(pdf)).toBe(true);
    expect(served.headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'content-security-policy': "default-src 'none'; sandbox" });
    expect([...api.stored.values()].some((bytes) => Buffer.from(bytes).includes('legeerklæring'))).toBe(false);
  });

  test.each([
    ['a page that is said to be a PDF', Buffer.from('<!doctype html><script>'), 'application/pdf'],
    ['a PDF that is said to be a picture', pdf, 'image/png'],
    ['a page', Buffer.from('<!doctype html>'), 'text/html'],
    ['JSON', Buffer.from('{}'), 'application/json'],
    ['a zip', Buffer.from('504b0304', 'hex'), 'application/zip'],
    ['nothing', Buffer.alloc(0), 'application/pdf'],
  ])('%s is refused, and not kept', async (_what, bytes, type) => {
    const before = api.stored.size;
    const path = await granted();
    expect(await upload(path, bytes, type)).toMatchObject({ status: 415, body: { code: 'unsupported-file' } });
    expect(api.stored.size).toBe(before);
  });

  test('one byte too large is refused, and so is what only says that it is', async () => {
    const path = await granted();
    const large = Buffer.concat([pdf, Buffer.alloc(LARGEST_FILE - pdf.length + 1)]);
    expect(await upload(path, large)).toMatchObject({
      status: 413,
      body: { code: 'body-too-large', detail: 'En fil kan være høyst 20 MB.' },
    });
    expect(api.stored.has(sha256(large))).toBe(false);
  });

  test('a file of another case of another person is none of this', async () => {
    const [mine, theirs] = [await granted(), await granted()];
    await upload(theirs, pdf);
    const body = { file: sha256(pdf), title: 'Vedlegg' };
    expect(await api.send(`${mine}/attach-document`, { body, headers: at('2025-01-20') })).toMatchObject({
      status: 422,
      body: { refusals: [{ code: 'file-not-stored' }] },
    });
  });

  test('bytes sent anywhere else are refused unread, and an upload needs a caller who sees the case', async () => {
    const path = await granted();
    for (const address of [`${path}/issue-letter`, '/cases', `${path}/letters/preview`])
      expect((await api.send(address, { raw: pdf, headers: { 'content-type': 'application/pdf' } })).status).toBe(415);
    expect((await upload(path, pdf, 'application/pdf', { as: null })).status).toBe(401);
    expect((await upload(path, pdf, 'application/pdf', { as: 'drift' })).status).toBe(403);
    for (const as of ['eli', 'ola'] as const) {
      expect(await upload(path, pdf, 'application/pdf', { as })).toMatchObject({ status: 404, body: { code: 'case-not-found' } });
      expect((await api.send(`${path}/documents`, { as })).status).toBe(404);
      expect((await content(path, sha256(pdf), as)).statusCode).toBe(404);
    }
    expect((await api.send(`/cases/${randomUUID()}/documents`)).status).toBe(404);
    expect((await api.send('/cases/none/documents')).status).toBe(404);
  });
});

describe('content that is not what was stored', () => {
  async function attached(path: string): Promise<string> {
    await upload(path, pdf);
    await api.send(`${path}/attach-document`, { body: { file: sha256(pdf), title: 'Vedlegg' }, headers: at('2025-01-20') });
    return [...api.stored.keys()].findLast((name) => name.endsWith(sha256(pdf)))!;
  }

  test('is reported and never served: gone, or with a byte flipped', async () => {
    const path = await granted();
    const name = await attached(path);
    const whole = api.stored.get(name)!;
    const flipped = Uint8Array.from(whole);
    flipped[flipped.length - 20]! ^= 1;
    api.stored.set(name, flipped);
    const altered = await content(path, sha256(pdf));
    expect([altered.statusCode, (JSON.parse(altered.payload) as { code: string }).code]).toEqual([500, 'content-altered']);
    expect(api.faults.at(-1)).toMatchObject({ name: 'content altered', stack: [`sha256 ${sha256(pdf)}`] });
    api.stored.delete(name);
    const missing = await content(path, sha256(pdf));
    expect([missing.statusCode, (JSON.parse(missing.payload) as { code: string }).code]).toEqual([500, 'content-missing']);
    expect(api.faults.at(-1)).toMatchObject({ name: 'content missing' });
    const again = await api.send(`${path}/attach-document`, { body: { file: sha256(pdf), title: 'Igjen' }, headers: at('2025-01-20') });
    expect(again).toMatchObject({ status: 422, body: { refusals: [{ code: 'file-not-stored' }] } });
    expect((await api.send(`${path}/documents`)).body['documents']).toHaveLength(1);
  });
});

test.each([
  ['full', 'ikke plass'],
  ['away', 'svarer ikke'],
] as const)('a store that is %s is told as such, without where it is', async (reason, said) => {
  const broken = await startTestApi(({ documents }) => {
    const keep = async () => Promise.reject(new FilesUnavailable('/secret/folder', reason));
    return { documents: { ...documents, files: { ...documents.files, keep } } };
  });
  const opened = await broken.send('/cases', { body: application(1), headers: at('2025-01-06') });
  const path = `/cases/${String(opened.body['caseId'])}`;
  const answer = await broken.send(`${path}/files`, { raw: pdf, headers: { 'content-type': 'application/pdf' } });
  expect(answer).toMatchObject({ status: 503, body: { code: 'unavailable' } });
  expect(answer.body['detail']).toContain(said);
  expect(answer.text).not.toContain('secret');
  await broken.close();
});
