import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { commands } from '@kvp/lifecycle';
import { application } from '../testing/lives.ts';
import { type ActorName, type Answered, type TestApi, startTestApi } from '../testing/test-api.ts';

let api: TestApi;
let caseId: string;

const post = (path: string, body: unknown, day: string, as: ActorName = 'kari', headers: Record<string, string> = {}): Promise<Answered> =>
  api.send(path, { as, body, headers: { 'x-time': `${day}T10:00:00Z`, 'idempotency-key': randomUUID(), ...headers } });

/** In programme all of 2020. The G of that year was fixed in September with effect from 1 May; June was paid in July, and the rest in October. */
beforeAll(async () => {
  api = await startTestApi();
  const opened = await post('/cases', { ...application(1), receivedOn: '2019-11-04' }, '2019-11-04');
  caseId = String(opened.body['caseId']);
  const period = { from: '2020-01-06', to: '2021-01-05', decidedOn: '2019-12-09', evaluationDates: ['2020-05-04'] };
  const granted = await post(`/cases/${caseId}/grant`, { ...commands['grant']?.example, ...period }, '2019-12-09', 'kari', {
    'if-match': '"0"',
  });
  expect(granted.status).toBe(200);
  expect((await post(`/cases/${caseId}/start`, { startedOn: '2020-01-06' }, '2020-01-06')).status).toBe(200);
  expect((await post('/payment-runs', { month: '2020-06' }, '2020-07-06', 'pia')).status).toBe(200);
  expect((await post('/payment-runs', { month: '2020-09' }, '2020-10-05', 'pia')).status).toBe(200);
});
afterAll(() => api.close());

const knownAt = (moment: string, as: ActorName = 'kari'): Promise<Answered> =>
  api.send(`/cases/${caseId}/schedule?knownAt=${moment}`, { as, headers: { 'x-time': '2020-12-01T10:00:00Z' } });
const month = ({ body }: Answered, name: string): unknown =>
  (body['months'] as readonly { readonly month: string }[]).find((line) => line.month === name);

// 22 weekdays in June: × 2 × 99 858 / 260 = 16 899.05 on the G of 2019, × 2 × 101 351 / 260 = 17 151.71 on that of 2020.
test.each([
  ['2020-07-05', { amount: '16899.05', settled: '0.00', difference: '16899.05', standing: 'due' }],
  ['2020-07-06', { amount: '16899.05', settled: '16899.05', difference: '0.00', standing: 'settled' }],
  ['2020-09-20', { amount: '16899.05', settled: '16899.05', difference: '0.00', standing: 'settled' }],
  ['2020-09-21', { amount: '17151.71', settled: '16899.05', difference: '252.66', standing: 'short' }],
  ['2020-10-05', { amount: '17151.71', settled: '17151.71', difference: '0.00', standing: 'settled' }],
])('June as it was known on %s', async (moment, line) => {
  const answer = await knownAt(moment);
  expect(answer).toMatchObject({ status: 200, headers: { etag: '"3"' } });
  expect(month(answer, '2020-06')).toMatchObject(line);
});

test('what is known now is the schedule that everybody reads', async () => {
  const now = await api.send(`/cases/${caseId}/schedule`, { headers: { 'x-time': '2020-12-01T10:00:00Z' } });
  const { body } = await knownAt('2020-12-01');
  // The read model knows every rate of the release, also those that were not fixed yet.
  expect(month({ ...now, body }, '2020-06')).toEqual(month(now, '2020-06'));
});

test('before the programme began there is no month, and before the case there is none to ask about', async () => {
  expect(await knownAt('2019-11-30')).toMatchObject({ status: 200, headers: { etag: '"0"' }, body: { revision: 0, months: [] } });
  expect(await knownAt('2019-11-03')).toMatchObject({ status: 404, body: { code: 'not-known-then' } });
});

test('a moment that is none, or has not come, is named; another municipality sees nothing', async () => {
  for (const moment of ['i-fjor', '2020-12-02'])
    expect(await knownAt(moment)).toMatchObject({ status: 400, body: { errors: [{ field: 'knownAt' }] } });
  expect(await knownAt('2020-12-01', 'ola')).toMatchObject({ status: 404, body: { code: 'case-not-found' } });
  expect(await api.send('/cases/none/schedule?knownAt=2020-01-01')).toMatchObject({ status: 404 });
});
