import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { application } from '../testing/lives.ts';
import { type ActorName, startTestApi, type TestApi } from '../testing/test-api.ts';

let api: TestApi;
const on = (day: string, revision?: number) => ({
  'x-time': `${day}T10:00:00Z`,
  ...(revision === undefined ? {} : { 'if-match': `"${revision}"` }),
});
const begun: string[] = [];

async function begin(serial: number, facts: object, as: ActorName, child: boolean): Promise<void> {
  const opened = await api.send('/cases', {
    as,
    body: { ...application(serial), ...facts, receivedOn: '2026-01-05' },
    headers: on('2026-01-05'),
  });
  const path = `/cases/${String(opened.body['caseId'])}`;
  const grant = { from: '2026-02-02', to: '2027-02-01', assessment: 'AEV-1', evaluationDates: ['2026-05-04'] };
  expect((await api.send(`${path}/grant`, { as, body: grant, headers: on('2026-01-19', 0) })).status).toBe(200);
  expect((await api.send(`${path}/start`, { as, body: { startedOn: '2026-02-02' }, headers: on('2026-02-02') })).status).toBe(200);
  const born = { birthDate: '2019-08-15', claimedOn: '2026-02-02' };
  if (child) expect((await api.send(`${path}/record-child`, { as, body: born, headers: on('2026-02-02') })).status).toBe(200);
  begun.push(String(opened.body['caseId']));
}

/** Two in 4204, the second of them under 25 throughout; one in Oslo; and one who has only applied. */
beforeAll(async () => {
  api = await startTestApi();
  await begin(1, {}, 'kari', true);
  await begin(2, { birthDate: '2003-04-02' }, 'kari', false);
  await begin(3, {}, 'ola', false);
  await api.send('/cases', { body: { ...application(4), receivedOn: '2026-01-05' }, headers: on('2026-01-05') });
});
afterAll(() => api.close());

const ask = (body: unknown, as: ActorName = 'bo') => api.send('/what-if/portfolio', { as, body, headers: on('2026-10-01') });
const G = { kind: 'G', effectiveFrom: '2026-09-01', value: '140000' };

test('another G: who gains, and what it costs month by month; nothing is written', async () => {
  const head = await api.store.head();
  const { status, body } = await ask({ rates: [G] });
  expect([status, body['cases'], body['gain'], body['lose'], body['unchanged']]).toEqual([200, 2, 2, 0, 0]);
  // September 2026 has 22 weekdays. 22 × 2.041 × 136 549 / 260 = 23 582.01 and 22 × 38 for the child; two thirds of the first: 15 721.34.
  // On 140 000: 24 178.00, the same for the child, and 16 118.67.
  expect((body['months'] as readonly object[])[0]).toEqual({
    ...{ month: '2026-09', before: '40139.35', after: '41132.67', difference: '993.32', gain: 2, lose: 0 },
  });
  const changes = body['changes'] as readonly { readonly caseId: string; readonly reference: string; readonly difference: string }[];
  expect(changes.map(({ caseId }) => caseId)).toEqual(begun.slice(0, 2));
  expect(changes[0]?.reference).toBe(begun[0]?.slice(0, 8));
  expect(await api.store.head()).toBe(head);
  expect(api.entries.filter(({ action }) => action === 'what-if-portfolio').map((entry) => entry.caseId)).toEqual(begun.slice(0, 2));
});

test('a lower child rate: who loses, and who does not notice', async () => {
  const { body } = await ask({ rates: [{ kind: 'childRate', effectiveFrom: '2026-09-01', value: '30' }] });
  expect([body['cases'], body['gain'], body['lose'], body['unchanged']]).toEqual([2, 0, 1, 1]);
  // 22 × 8.
  expect((body['months'] as readonly object[])[0]).toMatchObject({ month: '2026-09', difference: '-176.00', gain: 0, lose: 1 });
});

test('nobody sees other cases than their own scope has', async () => {
  expect((await ask({ rates: [G] }, 'ola')).body).toMatchObject({ cases: 1, changes: [{ caseId: begun[2] }] });
  expect((await ask({ rates: [G] }, 'pia')).body).toMatchObject({ cases: 2 });
  for (const as of ['drift', 'kim'] as const) expect((await ask({ rates: [G] }, as)).status).toBe(403);
});

test.each([
  ['rates', {}],
  ['rates', { rates: [] }],
  ['rates', { rates: {} }],
  ['rates[0].value', { rates: [{ ...G, value: '-1' }] }],
  ['rates[0].effectiveFrom', { rates: [{ ...G, effectiveFrom: '2026-02-30' }] }],
  ['rates[0].kind', { rates: [null] }],
  ['rates[0].note', { rates: [{ ...G, note: 'x' }] }],
  ['cases', { rates: [G], cases: [] }],
])('a wrong field is named: %s', async (field, body) => {
  expect(await ask(body)).toMatchObject({ status: 400, body: { errors: [{ field }] } });
});
