import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { AccessLogUnavailable, policyTable, scopeOf } from '@kvp/access';
import { commands as catalogue } from '@kvp/lifecycle';
import { Controller, Get } from '@nestjs/common';
import { application } from '../testing/lives.ts';
import { type ActorName, actors, startTestApi, type TestApi } from '../testing/test-api.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.close());
beforeEach(() => void api.entries.splice(0));

const rows = [...policyTable(Object.values(catalogue)).values()];
const guarded = rows.filter(({ access }) => access !== 'public');
const concrete = (path: string): string => path.replace(':caseId', randomUUID()).replace(':municipality', '4204');
const split = (route: string): { method: 'GET' | 'POST' | 'PUT'; path: string } => {
  const [method, path] = route.split(' ') as ['GET' | 'POST' | 'PUT', string];
  return { method, path: concrete(path) };
};
const body = (method: string): object => (method === 'GET' ? {} : { body: {} });

test('every route of the running app has a row in the policy table', async () => {
  // It would not have started otherwise; see the next test for the proof.
  expect((await api.send('/openapi.json', { as: null })).status).toBe(200);
});

test('the app does not start with a route that nobody decided about', async () => {
  @Controller()
  class Forgotten {
    @Get('forgotten')
    read(): string {
      return 'everything';
    }
  }
  await expect(startTestApi(() => ({}), [Forgotten])).rejects.toThrow(/GET \/forgotten/);
});

test.each(guarded.map(({ route }) => route))('%s needs a token', async (route) => {
  const { method, path } = split(route);
  const answer = await api.send(path, { method, as: null, ...body(method) });
  expect(answer).toMatchObject({ status: 401, body: { code: 'unauthenticated' } });
  expect(answer.headers['www-authenticate']).toMatch(/^Bearer/);
});

const someone: readonly ActorName[] = ['kari', 'bo', 'kim', 'drift'];
test.each(guarded.flatMap((row) => someone.map((name) => ({ row, name, route: row.route, role: actors[name].role }))))(
  '$route as $role: as the policy table says',
  async ({ row, name, role }) => {
    const { method, path } = split(row.route);
    const { status } = await api.send(path, { method, as: name, ...body(method) });
    expect(status === 403).toBe(scopeOf(row, role) === undefined);
  },
);

test('whoever is turned away is in the access log', async () => {
  const caseId = randomUUID();
  await api.send(`/cases/${caseId}`, { as: 'drift' });
  expect(api.entries).toMatchObject([{ actorId: 'drift', role: 'operations', action: 'read-case', caseId, outcome: 'denied' }]);
});

test('who wrote, read, listed and searched about whom is in the access log, with the request that they did it in', async () => {
  const written = await api.send('/cases', { body: application(1), headers: { 'x-correlation-id': 'the-request' } });
  const caseId = String(written.body['caseId']);
  await api.send(`/cases/${caseId}`, { as: 'kim' });
  await api.send('/cases', { as: 'bo' });
  await api.send('/people/search', { body: { identityNumber: application(1)['identityNumber'] } });
  await api.send(`/cases/${caseId}/start`, { body: catalogue['start']?.example });
  expect(api.entries).toMatchObject([
    { actorId: 'kari', municipality: '4204', office: '1001', action: 'apply', caseId, outcome: 'permitted', correlationId: 'the-request' },
    { actorId: 'kim', action: 'read-case', caseId, outcome: 'permitted' },
    { actorId: 'bo', action: 'list-cases', caseId, outcome: 'permitted' },
    { actorId: 'kari', action: 'search-person', caseId, personId: expect.stringMatching(/-/), outcome: 'permitted' },
    { actorId: 'kari', action: 'start', caseId, outcome: 'refused' },
  ]);
  expect(JSON.stringify(api.entries)).not.toContain(application(1)['identityNumber']);
});

test('an address that names no case puts nothing of itself into the access log', async () => {
  await api.send('/cases/02049000192');
  expect(api.entries).toMatchObject([{ action: 'read-case', caseId: null, outcome: 'not-found' }]);
});

test('no log, no answer: a read and a write are turned away, and the write can be repeated', async () => {
  let isAway = false;
  const flaky = await startTestApi(({ accessLog }) => ({
    accessLog: {
      write: (entries) => (isAway ? Promise.reject(new AccessLogUnavailable(new Error('disk full'))) : accessLog.write(entries)),
    },
  }));
  const caseId = String((await flaky.send('/cases', { body: application(1) })).body['caseId']);
  const command = { body: application(2), headers: { 'idempotency-key': randomUUID() } };

  isAway = true;
  const read = await flaky.send(`/cases/${caseId}`);
  expect(read).toMatchObject({ status: 503, body: { code: 'unavailable' }, headers: { 'retry-after': '2' } });
  expect(read.text).not.toContain('applied');
  expect(read.headers['etag']).toBeUndefined();
  const write = await flaky.send('/cases', command);
  expect(write).toMatchObject({ status: 503, headers: { 'content-type': expect.stringContaining('application/problem+json') } });
  expect(write.headers['location']).toBeUndefined();
  expect(flaky.lines.slice(-2)).toMatchObject([{ problem: 'unavailable' }, { problem: 'unavailable' }]);

  isAway = false;
  expect(await flaky.send('/cases', command)).toMatchObject({ status: 201, headers: { 'idempotency-replayed': 'true' } });
  await flaky.close();
});
