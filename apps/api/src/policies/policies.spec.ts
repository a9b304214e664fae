import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { DEFAULT_POLICY, policySet } from '@kvp/lifecycle';
import { type ActorName, type Answered, startTestApi, type TestApi } from '../testing/test-api.ts';

const FIELDS = Object.keys((policySet.schema.data as unknown as { readonly properties: object }).properties);

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.close());

const put = (body: unknown, as: ActorName = 'drift', municipality = '4204'): Promise<Answered> =>
  api.send(`/municipalities/${municipality}/policy`, { method: 'PUT', as, body, headers: { 'idempotency-key': randomUUID() } });
const read = (query = '', as: ActorName = 'bo'): Promise<Answered> => api.send(`/municipalities/4204/policy${query}`, { as });

test('every setting can be set, and counts from its day; what is left out stays as it was', async () => {
  const all = {
    effectiveFrom: '2026-01-01',
    monthModel: 'B',
    payDay: 12,
    absenceClause: false,
    absenceReducesChildSupplement: false,
    setOffShare: 25,
    paperNoticeDays: 5,
    fourEyes: ['grant', 'terminate'],
    paymentRunFourEyes: true,
    paymentAccountFourEyes: true,
    payer: { name: 'Eksempel kommune', account: '15030012345', bic: 'DNBANOKKXXX', agreement: '00912345678' },
    collectionAgencyAccount: '76940512057',
    leadTimes: { evaluation: 21 },
  };
  // Nothing that can be set is missing here.
  expect(Object.keys(all)).toEqual(FIELDS);
  expect(await put(all)).toMatchObject({ status: 200, body: { municipality: '4204', revision: 0, events: [{ data: all }] } });
  expect(await put({ effectiveFrom: '2025-07-01', payDay: 15 })).toMatchObject({ status: 200, body: { revision: 1 } });

  const inForce = async (on: string) => (await read(`?on=${on}`)).body['inForce'];
  const { effectiveFrom: _, ...settings } = all;
  expect(await inForce('2025-06-30')).toEqual(DEFAULT_POLICY);
  expect(await inForce('2025-07-01')).toEqual({ ...DEFAULT_POLICY, payDay: 15 });
  expect(await inForce('2026-01-01')).toEqual(settings);
});

test('the history says who set what, and when', async () => {
  const { status, body } = await read();
  expect(status).toBe(200);
  const rows = body['rows'] as readonly { readonly setAt: string; readonly settled: object }[];
  expect(rows).toMatchObject([
    { revision: 0, settled: { effectiveFrom: '2026-01-01' }, setBy: { id: 'drift', role: 'operations' } },
    { revision: 1, settled: { effectiveFrom: '2025-07-01', payDay: 15 } },
  ]);
  expect(rows.every(({ setAt }) => /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(setAt))).toBe(true);
});

test.each([
  ['effectiveFrom', { payDay: 12 }],
  ['effectiveFrom', { effectiveFrom: '2026-02-30', payDay: 12 }],
  ['payDay', { effectiveFrom: '2026-01-01', payDay: 29 }],
  ['payDay', { effectiveFrom: '2026-01-01', payDay: 0 }],
  ['monthModel', { effectiveFrom: '2026-01-01', monthModel: 'C' }],
  ['setOffShare', { effectiveFrom: '2026-01-01', setOffShare: 101 }],
  ['setOffShare', { effectiveFrom: '2026-01-01', setOffShare: 12.5 }],
  ['paperNoticeDays', { effectiveFrom: '2026-01-01', paperNoticeDays: -1 }],
  ['absenceClause', { effectiveFrom: '2026-01-01', absenceClause: 'yes' }],
  ['fourEyes', { effectiveFrom: '2026-01-01', fourEyes: ['apply'] }],
  ['paymentRunFourEyes', { effectiveFrom: '2026-01-01', paymentRunFourEyes: 'yes' }],
  ['collectionAgencyAccount', { effectiveFrom: '2026-01-01', collectionAgencyAccount: '123' }],
  ['fourEyes', { effectiveFrom: '2026-01-01', fourEyes: ['grant', 'grant'] }],
  ['fourEyes', { effectiveFrom: '2026-01-01', fourEyes: 'grant' }],
  ['leadTimes.start', { effectiveFrom: '2026-01-01', leadTimes: { start: -1 } }],
  ['leadTimes.unheard', { effectiveFrom: '2026-01-01', leadTimes: { unheard: 5 } }],
  ['interestRate', { effectiveFrom: '2026-01-01', interestRate: 5 }],
  ['', { effectiveFrom: '2026-01-01' }],
])('a bad value is named: %s in %j', async (field, body) => {
  const answer = await put(body);
  expect(answer).toMatchObject({ status: 400, body: { code: 'invalid-fields' } });
  const errors = answer.body['errors'] as readonly { readonly field: string }[];
  expect(errors.map((error) => error.field.replace(/\[\d+\]$/, ''))).toEqual([field]);
});

test.each([{ collectionAgencyAccount: '76940512058' }, { payer: { name: 'Eksempel kommune', account: '15030012346', bic: 'DNBANOKK' } }])(
  'an account whose check digit does not agree is refused, and not repeated: %j',
  async (setting) => {
    const head = await api.store.head();
    const { status, body, text } = await put({ effectiveFrom: '2026-01-01', ...setting });
    expect([status, body['refusals']]).toMatchObject([422, [{ code: 'account-number-invalid' }]]);
    expect(text).not.toMatch(/\d{11}/);
    expect(await api.store.head()).toBe(head);
  },
);

test('it is set by operations of the municipality alone, and read by those who work with its cases', async () => {
  for (const as of ['kari', 'bo', 'kim'] as const) {
    expect((await put({ effectiveFrom: '2026-01-01', fourEyes: [] }, as)).status).toBe(403);
    expect((await read('', as)).status).toBe(200);
  }
  expect((await put({ effectiveFrom: '2026-01-01', payDay: 9 }, 'drift', '0301')).status).toBe(404);
  expect((await read('', 'ola')).status).toBe(404);
  expect(await read('?on=2026-02-30')).toMatchObject({ status: 400, body: { errors: [{ field: 'on' }] } });
});

test('the document describes every setting in bokmål', async () => {
  const { paths } = (await api.send('/openapi.json', { as: null })).body as {
    paths: Record<
      string,
      { put: { requestBody: { content: Record<string, { schema: { properties: Record<string, { description: string }> } }> } } }
    >;
  };
  const { schema } = paths['/municipalities/{municipality}/policy']!.put.requestBody.content['application/json']!;
  expect(Object.keys(schema.properties)).toEqual(FIELDS);
  for (const { description } of Object.values(schema.properties)) expect(description).toMatch(/^[A-ZÆØÅ].*\.$/);
});
