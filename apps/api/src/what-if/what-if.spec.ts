import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { application } from '../testing/lives.ts';
import { startTestApi, type TestApi } from '../testing/test-api.ts';

let api: TestApi;
let path: string;
const on = (day: string, revision?: number) => ({
  'x-time': `${day}T10:00:00Z`,
  ...(revision === undefined ? {} : { 'if-match': `"${revision}"` }),
});

beforeAll(async () => {
  api = await startTestApi();
  const opened = await api.send('/cases', { body: { ...application(1), receivedOn: '2026-01-05' }, headers: on('2026-01-05') });
  path = `/cases/${String(opened.body['caseId'])}`;
  const grant = { from: '2026-02-02', to: '2027-02-01', assessment: 'AEV-1', evaluationDates: ['2026-05-04'] };
  await api.send(`${path}/grant`, { body: grant, headers: on('2026-01-19', 0) });
  await api.send(`${path}/start`, { body: { startedOn: '2026-02-02' }, headers: on('2026-02-02') });
});
afterAll(() => api.close());

const ask = (body: unknown, as: 'kim' | 'drift' = 'kim') => api.send(`${path}/what-if`, { as, body, headers: on('2026-10-01') });

test('another G changes every month from its day, and nothing is written', async () => {
  const { status, body } = await ask({ rates: [{ kind: 'G', effectiveFrom: '2026-09-01', value: '140000' }] });
  expect(status).toBe(200);
  const { months } = body['schedule'] as { readonly months: readonly object[] };
  // 22 × 2.041 × 136 549 / 260 and 22 × 2.041 × 140 000 / 260.
  expect(months[0]).toEqual({ month: '2026-09', payee: 'participant', before: '23582.01', after: '24178.00' });
  expect((await api.send('/rates', { as: 'kim' })).body).toMatchObject({ revision: '2026-07-02' });
});

test('a job and a supposed day of start are tried one after the other on the case', async () => {
  const job = { type: 'recordWork', from: '2026-06-01', to: '2026-06-30', hoursPerWeek: 15 };
  const { body } = await ask({ commands: [job] });
  // Rulebook § 5.11: 60 % of 23 582.01.
  expect(body).toMatchObject({ revision: 3, schedule: { months: [{ month: '2026-06', before: '23582.01', after: '14149.21' }] } });
  expect((await api.send(path, { as: 'kim', headers: on('2026-10-01') })).headers['etag']).toBe('"3"');
});

test('what the law refuses is refused with its provision, and which command it was', async () => {
  const { status, body } = await ask({ commands: [{ type: 'start', startedOn: '2026-02-03' }] });
  expect([status, body['index'], body['code']]).toEqual([422, 0, 'refused']);
});

test.each([
  ['commands', {}],
  ['commands[0].type', { commands: [{ type: 'apply' }] }],
  ['rates[0].value', { rates: [{ kind: 'G', effectiveFrom: '2026-09-01', value: '-1' }] }],
  ['rates[0].kind', { rates: [{ kind: 'H', effectiveFrom: '2026-09-01', value: '1' }] }],
  ['hours', { hours: 3 }],
])('a wrong field is named: %s', async (field, body) => {
  expect(await ask(body)).toMatchObject({ status: 400, body: { errors: [{ field }] } });
});

test('who sees no case may not ask', async () => {
  expect((await ask({ rates: [] }, 'drift')).status).toBe(403);
});
