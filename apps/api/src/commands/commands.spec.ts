import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { commands } from '@kvp/lifecycle';
import { application } from '../testing/lives.ts';
import { startTestApi, type TestApi } from '../testing/test-api.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.close());

const grant = commands['grant']?.example as { readonly from: string };

const opened = async (serial: number): Promise<string> => String((await api.send('/cases', { body: application(serial) })).body['caseId']);

test('an application opens a case, and the answer says where it is and at which revision', async () => {
  const answer = await api.send('/cases', { body: application(1) });
  expect(answer).toMatchObject({ status: 201, body: { revision: 0, events: [{ type: 'ApplicationRegistered', revision: 0 }] } });
  expect(answer.headers).toMatchObject({ location: `/cases/${String(answer.body['caseId'])}`, etag: '"0"' });
});

test('apply, grant and start make a programme that runs', async () => {
  const caseId = await opened(2);
  const granted = await api.send(`/cases/${caseId}/grant`, { body: grant, headers: { 'if-match': '"0"' } });
  expect(granted).toMatchObject({ status: 200, body: { revision: 2 } });
  const started = await api.send(`/cases/${caseId}/start`, { body: commands['start']?.example });
  expect(started).toMatchObject({ status: 200, headers: { etag: '"3"' } });
  const status = await api.send(`/cases/${caseId}?atLeast=3&asOf=2025-03-03`);
  expect(status).toMatchObject({ status: 200, body: { phase: 'running', revision: 3 } });
});

test('a repeat with the same key gets the first answer, also when the case has moved on', async () => {
  const key = { 'idempotency-key': randomUUID() };
  const first = await api.send('/cases', { body: application(3), headers: key });
  await api.send(`/cases/${String(first.body['caseId'])}/grant`, { body: grant, headers: { 'if-match': '"0"' } });
  const again = await api.send('/cases', { body: application(3), headers: key });
  expect(again).toMatchObject({ status: 201, text: first.text, headers: { 'idempotency-replayed': 'true' } });
});

test('the same key with another body is a conflict', async () => {
  const key = { 'idempotency-key': randomUUID() };
  await api.send('/cases', { body: application(4), headers: key });
  const other = await api.send('/cases', { body: application(5), headers: key });
  expect(other).toMatchObject({ status: 409, body: { code: 'key-reused' } });
});

test('a refusal names code, provision and what would have to change', async () => {
  await opened(6);
  const second = await api.send('/cases', { body: application(6) });
  expect(second).toMatchObject({ status: 422, body: { code: 'refused' } });
  expect(second.headers['content-type']).toMatch(/^application\/problem\+json/);
  expect(second.body['refusals']).toEqual([
    {
      code: 'application-open',
      provision: 'STL § 29',
      message: expect.stringMatching(/åpen sak/),
      remedy: expect.stringMatching(/./),
    },
  ]);
});

test('an individual decision needs If-Match, and a stale one is told where the case stands', async () => {
  const caseId = await opened(7);
  const without = await api.send(`/cases/${caseId}/grant`, { body: grant });
  expect(without).toMatchObject({ status: 428, body: { code: 'revision-required' } });
  await api.send(`/cases/${caseId}/grant`, { body: grant, headers: { 'if-match': '"0"' } });
  const stale = await api.send(`/cases/${caseId}/grant`, { body: grant, headers: { 'if-match': '"0"' } });
  expect(stale).toMatchObject({ status: 412, body: { code: 'stale-revision', revision: 2 }, headers: { etag: '"2"' } });
});

test('a dry run writes nothing', async () => {
  const caseId = await opened(8);
  const dry = await api.send(`/cases/${caseId}/grant?dryRun=true`, { body: grant, headers: { 'if-match': '"0"' } });
  expect(dry).toMatchObject({
    status: 200,
    body: { dryRun: true, revision: 0, events: [{ type: 'ProgrammeGranted' }, { type: 'StipendAwarded' }] },
  });
  expect(await api.store.head(`case-${caseId}`)).toBe(0);
});

test('a dry run shows what it would change in the payment schedule', async () => {
  const caseId = await opened(42);
  await api.send(`/cases/${caseId}/grant`, { body: grant, headers: { 'if-match': '"0"' } });
  const dry = await api.send(`/cases/${caseId}/start?dryRun=true`, { body: { startedOn: grant.from } });
  const { schedule } = dry.body as { schedule: { months: { before: string }[]; days: { from: string; before: null }[] } };
  expect(schedule.days[0]).toMatchObject({ from: grant.from, before: null, after: { state: 'IN_PROGRAMME' } });
  expect(schedule.months[0]).toMatchObject({ month: grant.from.slice(0, 7), before: '0.00' });
});

test.each(['ola', 'eli'] as const)(
  "to %s, another municipality's or office's case cannot be told from one that does not exist",
  async (as) => {
    const caseId = await opened(as === 'ola' ? 9 : 11);
    const unknown = randomUUID();
    for (const path of ['', '/schedule', '/audit-trail', '/commands']) {
      const theirs = await api.send(`/cases/${caseId}${path}`, { as, headers: { 'x-correlation-id': 'same-for-both' } });
      const none = await api.send(`/cases/${unknown}${path}`, { as, headers: { 'x-correlation-id': 'same-for-both' } });
      expect(theirs).toEqual({ ...none, headers: { ...none.headers, date: theirs.headers['date'] } });
      expect(theirs.status).toBe(404);
    }
    const write = await api.send(`/cases/${caseId}/grant`, { as, body: grant, headers: { 'if-match': '"0"' } });
    expect(write).toMatchObject({ status: 404, body: { code: 'case-not-found' } });
    expect(await api.store.head(`case-${caseId}`)).toBe(0);
  },
);

test('an approver serves every office of the municipality', async () => {
  const caseId = String((await api.send('/cases', { as: 'eli', body: application(12) })).body['caseId']);
  expect((await api.send(`/cases/${caseId}`, { as: 'kari' })).status).toBe(404);
  expect((await api.send(`/cases/${caseId}`, { as: 'bo' })).status).toBe(200);
});

test('X-Time sets the clock of one request', async () => {
  const late = await api.send('/cases', { body: application(10, { receivedOn: '2025-01-06' }), headers: { 'x-time': '2025-01-05' } });
  expect(late).toMatchObject({ status: 422, body: { code: 'refused' } });
  const inTime = await api.send('/cases', {
    body: application(10, { receivedOn: '2025-01-06' }),
    headers: { 'x-time': '2025-01-06T09:00:00+01:00' },
  });
  expect(inTime.status).toBe(201);
});
