import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { application } from '../testing/lives.ts';
import { type ActorName, type Answered, startTestApi, type TestApi } from '../testing/test-api.ts';

let api: TestApi;
let caseId: string;

beforeAll(async () => {
  api = await startTestApi();
  const answer = await api.send('/cases', {
    body: { ...application(1), receivedOn: '2025-03-03' },
    headers: { 'x-time': '2025-03-03T10:00:00Z' },
  });
  caseId = String(answer.body['caseId']);
});
afterAll(() => api.close());

const read = (query: string, as: ActorName | null = 'kari'): Promise<Answered> => api.send(`/worklist${query}`, { as });
const items = ({ body }: Answered) => body['items'] as readonly Readonly<Record<string, unknown>>[];

test('an open deadline, and what would settle it', async () => {
  const answer = await read('?on=2025-04-03&kind=interim-reply');
  expect(answer).toMatchObject({ status: 200, body: { on: '2025-04-03', next: null } });
  expect(items(answer)).toEqual([
    {
      caseId,
      office: '1001',
      caseworker: null,
      kind: 'interim-reply',
      title: 'Foreløpig svar på søknaden',
      due: '2025-04-03',
      standing: 'due',
      provision: 'FVL § 11 a',
      settledBy: 'sendInterimReply',
      about: null,
      breach: true,
    },
  ]);
});

test('lead times are what the municipality has settled', async () => {
  const near = () => read('?on=2025-03-20&kind=interim-reply&standing=near').then(items);
  expect(await near()).toEqual([]);
  const body = { effectiveFrom: '2025-01-01', leadTimes: { 'interim-reply': 14 } };
  await api.send('/municipalities/4204/policy', { method: 'PUT', as: 'drift', body });
  expect(await near()).toHaveLength(1);
});

test('each sees what they work with, and it is logged whose cases were shown', async () => {
  const count = async (as: ActorName): Promise<number> => items(await read('?on=2025-04-03&kind=interim-reply', as)).length;
  expect([await count('kari'), await count('bo'), await count('eli'), await count('ola')]).toEqual([1, 1, 0, 0]);
  expect((await read('', 'drift')).status).toBe(403);
  expect((await read('', null)).status).toBe(401);
  expect(api.entries.findLast(({ actorId }) => actorId === 'bo')).toMatchObject({ action: 'read-worklist', caseId });
});

test.each([
  ['kind', '?kind=birthday'],
  ['standing', '?standing=settled'],
  ['dueFrom', '?dueFrom=2025-02-30'],
  ['dueTo', '?dueTo=2025-01-01T00:00'],
  ['on', '?on=today'],
  ['limit', '?limit=0'],
  ['limit', '?limit=101'],
  ['caseworker', '?caseworker=a%20b'],
  ['office', '?office=a%00b'],
  ['colour', '?colour=red'],
])('a bad parameter is named: %s in %s', async (field, query) => {
  expect(await read(query)).toMatchObject({ status: 400, body: { code: 'invalid-fields', errors: [{ field }] } });
});
