import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type ActorName, type Answered, startTestApi, type TestApi } from '../testing/test-api.ts';
import { rateExample } from './rate-schema.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.close());

const at = { 'x-time': '2027-05-25' };
const post = (path: string, body: unknown, as: ActorName = 'drift'): Promise<Answered> =>
  api.send(path, { as, body, headers: { 'idempotency-key': randomUUID(), ...at } });

test('a rate is announced, listed for everyone with its source, and withdrawn when it was wrong', async () => {
  expect(await post('/rates', rateExample)).toMatchObject({
    status: 200,
    body: { revision: '2026-07-02+1', events: [{ type: 'RateAnnounced', data: { ...rateExample, provision: 'FTL § 1-4' } }] },
  });
  const listed = await api.send('/rates', { as: 'kari' });
  expect(listed.body).toMatchObject({
    revision: '2026-07-02+1',
    announced: [{ ...rateExample, announcement: 0, announcedBy: { id: 'drift', role: 'operations' }, withdrawnOn: null }],
  });
  expect(listed.body['shipped']).toContainEqual(
    expect.objectContaining({
      kind: 'G',
      effectiveFrom: '2026-05-01',
      value: '136549',
      source: expect.stringContaining('FOR-2026-05-22-869'),
    }),
  );
  expect(await post('/rates', { ...rateExample, value: '141000' })).toMatchObject({
    status: 422,
    body: { refusals: [{ code: 'rate-disagrees-with-announced', provision: 'FTL § 1-4' }] },
  });
  expect(await post('/rates/0/withdraw', { reason: 'beløpet var skrevet feil' })).toMatchObject({
    status: 200,
    body: { revision: '2026-07-02+2' },
  });
  expect((await api.send('/rates', { as: 'kim' })).body).toMatchObject({ announced: [{ withdrawnOn: '2027-05-25' }] });
  expect((await post('/rates/7/withdraw', { reason: 'feil' })).body).toMatchObject({ refusals: [{ code: 'rate-not-announced' }] });
  expect((await post('/rates/x/withdraw', { reason: 'feil' })).status).toBe(404);
});

test.each([
  ['kind', { kind: 'H' }],
  ['effectiveFrom', { effectiveFrom: '2027-02-30' }],
  ['knownFrom', { knownFrom: undefined }],
  ['value', { value: '-1' }],
  ['value', { value: '140 000' }],
  ['value', { value: 140_000 }],
  ['source', { source: '' }],
  ['interest', { interest: '5' }],
])('a bad field is named: %s in %j', async (field, change) => {
  const { status, body } = await post('/rates', { ...rateExample, ...change });
  expect([status, (body['errors'] as readonly { readonly field: string }[]).map((error) => error.field)]).toEqual([400, [field]]);
});

test('it is announced by operations alone', async () => {
  for (const as of ['kari', 'bo', 'kim'] as const) expect((await post('/rates', rateExample, as)).status).toBe(403);
  expect((await api.send('/rates', { as: null })).status).toBe(401);
});
