import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals';
import type { Position } from '@kvp/event-store';
import { commands as catalogue } from '@kvp/lifecycle';
import { application } from '../testing/lives.ts';
import { type Answered, type Sent, startTestApi, type TestApi } from '../testing/test-api.ts';

let api: TestApi;
let caseId: string;
let head: Position | null;
beforeAll(async () => {
  api = await startTestApi();
  caseId = String((await api.send('/cases', { body: application(1) })).body['caseId']);
});
afterAll(() => api.close());
beforeEach(async () => {
  head = await api.store.head();
});
afterEach(async () => {
  expect(await api.store.head()).toBe(head);
  expect(api.faults).toEqual([]);
});

const LONG = `/cases/${'x'.repeat(5_000)}`;
const UTF_16 = { 'content-type': 'application/json; charset=utf-16' };
const grant = catalogue['grant']?.example as Record<string, unknown>;
const toGrant = (body: unknown, headers = {}): Sent => ({ body, headers: { 'if-match': '"0"', ...headers } });

/** The problem that every wrong request is answered with, and nothing that was sent. */
function expectProblem(answer: Answered, status: number, code: string): void {
  expect(answer.headers['content-type']).toMatch(/^application\/problem\+json/);
  expect(answer).toMatchObject({
    status,
    body: { type: `/problems/${code}`, title: expect.stringMatching(/./), status, code, detail: expect.stringMatching(/./) },
  });
  expect(answer.body['correlationId']).toBe(answer.headers['x-correlation-id']);
  expect(answer.text).not.toMatch(/\bat .*\.ts:\d+|node_modules/);
}

test.each<[string, string, Sent, number, string]>([
  ['malformed JSON', '/cases', { raw: '{"a":' }, 400, 'malformed-body'],
  ['no body', '/cases', { raw: '' }, 400, 'malformed-body'],
  ['a list for a body', '/cases', { raw: '[]' }, 400, 'malformed-body'],
  ['U+0000', '/cases', { body: application(2, { name: 'a\u0000b' }) }, 400, 'malformed-body'],
  ['200 000 levels', '/cases', { raw: `{"a":${'['.repeat(200_000)}` }, 400, 'malformed-body'],
  ['200 000 closed levels', '/cases', { raw: `{"a":${'['.repeat(200_000)}${']'.repeat(200_000)}}` }, 400, 'malformed-body'],
  ['5 MB', '/cases', { raw: JSON.stringify({ name: 'x'.repeat(5_000_000) }) }, 413, 'body-too-large'],
  ['just over 1 MB', '/cases', { raw: JSON.stringify({ name: 'x'.repeat(1_000_000) }) }, 413, 'body-too-large'],
  ['a form', '/cases', { raw: 'a=1', headers: { 'content-type': 'application/x-www-form-urlencoded' } }, 415, 'unsupported-media-type'],
  ['XML', '/cases', { raw: '<a/>', headers: { 'content-type': 'text/xml' } }, 415, 'unsupported-media-type'],
  ['plain text', '/cases', { raw: '{}', headers: { 'content-type': 'text/plain' } }, 415, 'unsupported-media-type'],
  ['a body said to be packed', '/cases', { body: application(2), headers: { 'content-encoding': 'gzip' } }, 415, 'unsupported-media-type'],
  ['a body said to be UTF-16', '/cases', { body: application(2), headers: UTF_16 }, 415, 'unsupported-media-type'],
  ['no key', '/cases', { body: application(2), headers: { 'idempotency-key': '' } }, 400, 'invalid-header'],
  ['a key that is no UUID', '/cases', { body: application(2), headers: { 'idempotency-key': 'abc' } }, 400, 'invalid-header'],
  ['an unknown parameter', '/cases?dryrun=true', { body: application(2) }, 400, 'invalid-fields'],
  ['dryRun=yes', '/cases?dryRun=yes', { body: application(2) }, 400, 'invalid-fields'],
  ['dryRun twice', '/cases?dryRun=true&dryRun=false', { body: application(2) }, 400, 'invalid-fields'],
  ['a time that does not exist', '/cases', { body: application(2), headers: { 'x-time': '2026-02-30' } }, 400, 'invalid-header'],
  ['an unknown route', '/kases', { body: {} }, 404, 'not-found'],
  ['another method', '/cases', { method: 'DELETE' }, 404, 'not-found'],
  ['an unknown command', `/cases/${randomUUID()}/give-money`, { body: {} }, 404, 'not-found'],
  ['an address that cannot be read', '/cases/%ZZ', {}, 400, 'bad-request'],
  ['a very long address', LONG, {}, 400, 'bad-request'],
  ['a case id that is none', '/cases/42', {}, 404, 'case-not-found'],
  ['an unknown case', `/cases/${randomUUID()}`, {}, 404, 'case-not-found'],
  ['a limit beyond the largest page', '/cases?limit=101', {}, 400, 'invalid-fields'],
  ['an office with U+0000', '/cases?office=%00', {}, 400, 'invalid-fields'],
  ['a phase that there is not', '/cases?phase=dancing', {}, 400, 'invalid-fields'],
  ['a day that does not exist', `/cases/${randomUUID()}?asOf=2026-02-30`, {}, 400, 'invalid-fields'],
  ['a revision that is none', `/cases/${randomUUID()}?atLeast=-1`, {}, 400, 'invalid-fields'],
  ['a number with wrong check digits', '/people/search', { body: { identityNumber: '01010112345' } }, 400, 'invalid-fields'],
  ["another municipality's policy", '/municipalities/0301/policy', { method: 'PUT', as: 'drift', body: policy() }, 404, 'not-found'],
])('%s is answered with a problem', async (_what, path, sent, status, code) => {
  expectProblem(await api.send(path, sent), status, code);
});

function policy(): object {
  return { effectiveFrom: '2026-01-01', monthModel: 'A', absenceReducesChildSupplement: true };
}

test.each<[string, Record<string, unknown>, string]>([
  ['a missing field', { birthDate: undefined }, 'birthDate'],
  ['null', { birthDate: null }, 'birthDate'],
  ['an unknown field', { income: 1 }, 'income'],
  ['an impossible date', { receivedOn: '2026-02-30' }, 'receivedOn'],
  ['a date-time for a date', { receivedOn: '2026-02-03T10:00:00Z' }, 'receivedOn'],
  ['ten digits', { identityNumber: '0204900019' }, 'identityNumber'],
  ['wrong check digits', { identityNumber: '02049000193' }, 'identityNumber'],
  ['a number for a text', { name: 7 }, 'name'],
])('an application with %s is told which field it is', async (_what, change, field) => {
  const answer = await api.send('/cases', { body: application(2, change) });
  expectProblem(answer, 400, 'invalid-fields');
  expect(answer.body['errors']).toMatchObject([{ field, pointer: `/${field}` }]);
  expect(answer.body['detail']).toContain(field);
});

test('a field deep in a decision is named by its path', async () => {
  const answer = await api.send(`/cases/${caseId}/grant`, toGrant({ ...grant, conditions: [{ met: 'yes' }] }));
  expectProblem(answer, 400, 'invalid-fields');
  expect(answer.body['errors']).toContainEqual({
    pointer: '/conditions/0/met',
    field: 'conditions[0].met',
    message: 'må være true eller false',
  });
});

test('a time of the caller is refused where tokens come from real issuers', async () => {
  const real = await startTestApi(() => ({ requestsMaySetTime: false }));
  const answer = await real.send('/cases', { headers: { 'x-time': '2008-01-01' } });
  expectProblem(answer, 400, 'invalid-header');
  await real.close();
});

test.each(['', 'Basic a2FyaTprYXJp', 'Bearer', 'Bearer a b', 'Bearer unknown'])('«%s» is no token', async (authorization) => {
  const answer = await api.send('/cases', { as: null, headers: { authorization } });
  expectProblem(answer, 401, 'unauthenticated');
  expect(answer.headers['www-authenticate']).toMatch(/^Bearer realm="kvp"/);
});

test('the token is looked at before the body: a stranger learns nothing about fields', async () => {
  expectProblem(await api.send('/cases', { as: null, body: { nonsense: true } }), 401, 'unauthenticated');
});

test.each(['application/json; charset=UTF-8', 'application/json;charset="utf-8"'])('%s is what is read', async (type) => {
  const answer = await api.send('/cases', { body: {}, headers: { 'content-type': type, 'content-encoding': 'identity' } });
  expectProblem(answer, 400, 'invalid-fields');
});

test('If-Match must be a revision', async () => {
  expectProblem(await api.send(`/cases/${caseId}/grant`, toGrant(grant, { 'if-match': '*' })), 400, 'invalid-header');
  expectProblem(await api.send(`/cases/${caseId}/grant`, toGrant(grant, { 'if-match': '"7"' })), 412, 'stale-revision');
  expectProblem(await api.send(`/cases/${caseId}/grant`, { body: grant }), 428, 'revision-required');
});

test('the wrong phase is a refusal that says what would have to change', async () => {
  const answer = await api.send(`/cases/${caseId}/start`, { body: catalogue['start']?.example });
  expectProblem(answer, 422, 'refused');
  expect(answer.body['refusals']).toMatchObject([
    { code: 'not-granted', provision: expect.stringMatching(/§/), remedy: expect.stringMatching(/./) },
  ]);
});

test('every type of problem leads to a page that explains it', async () => {
  const answer = await api.send('/kases');
  const page = await api.send(String(answer.body['type']), { as: null });
  expect(page).toMatchObject({ status: 200, headers: { 'content-type': 'text/html; charset=utf-8' } });
  expect(page.text).toContain('not-found');
  expect((await api.send('/problems/none', { as: null })).status).toBe(404);
});

test('a fault of ours is told without what caused it, and reported without what was sent', async () => {
  const secret = 'Kari Nordmann 02049000192';
  const broken = await startTestApi(({ commands }) => ({
    commands: { ...commands, execute: () => Promise.reject(new TypeError(secret)) },
  }));
  const answer = await broken.send('/cases', { body: application(2) });
  expectProblem(answer, 500, 'internal-error');
  expect(answer.text + JSON.stringify(broken.faults)).not.toContain('Kari');
  expect(broken.faults).toMatchObject([{ name: 'TypeError', correlationId: answer.body['correlationId'] }]);
  await broken.close();
});
