import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { commands as catalogue } from '@kvp/lifecycle';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { testDatabase } from '../../../../test/support/postgres.ts';
import { application } from '../testing/lives.ts';
import { type Response, startTestSystem, type TestSystem } from '../testing/test-system.ts';

let house: TestSystem;
beforeAll(async () => {
  house = await startTestSystem(await testDatabase());
});
afterAll(() => house.close());

const example = (name: string): object => catalogue[name]?.example as object;

/** A case that was granted and started, at revision 3. */
async function running(serial: number): Promise<string> {
  const { body } = await house.send('/cases', { body: application(serial) });
  const caseId = String(body['caseId']);
  expect(await house.send(`/cases/${caseId}/grant`, { body: example('grant'), headers: { 'if-match': '"0"' } })).toMatchObject({
    status: 200,
  });
  expect(await house.send(`/cases/${caseId}/start`, { body: example('start') })).toMatchObject({ status: 200 });
  return caseId;
}

test('a life goes through the doors, and each view shows it as soon as one waits for it', async () => {
  const caseId = await running(1);
  const status = await house.send(`/cases/${caseId}?atLeast=3&asOf=2025-03-03`);
  expect(status).toMatchObject({ status: 200, body: { caseId, revision: 3, phase: 'running' } });
  expect(status.headers.get('etag')).toBe('"3"');

  const schedule = await house.send(`/cases/${caseId}/schedule?atLeast=3`);
  expect((schedule.body['months'] as unknown[]).length).toBeGreaterThan(0);
  const trail = await house.send(`/cases/${caseId}/audit-trail?atLeast=3`, { as: 'kim' });
  expect((trail.body['entries'] as unknown[]).length).toBe(4);
});

test('what the doors answer is what the OpenAPI document says', async () => {
  const { body: document } = await house.send('/openapi.json');
  const ajv = new Ajv2020({ strict: false, allErrors: true }).addSchema({ $id: 'openapi', components: document['components'] });
  addFormats.default(ajv);
  const wrongIn = (schema: string, body: unknown): unknown => {
    const validate = ajv.compile({ $ref: `openapi#/components/schemas/${schema}` });
    return validate(body) ? [] : validate.errors;
  };
  // The proof that it would be seen.
  expect(wrongIn('CaseStatus', {})).not.toEqual([]);

  const caseId = await running(5);
  const paused = { body: example('pause'), headers: { 'if-match': '"3"' } };
  const asked: readonly (readonly [string, () => Promise<Response>])[] = [
    ['CommandAnswer', () => house.send(`/cases/${caseId}/pause?dryRun=true`, paused)],
    ['CommandAnswer', () => house.send(`/cases/${caseId}/pause`, paused)],
    ['Problem', () => house.send(`/cases/${caseId}/grant`, { body: example('grant'), headers: { 'if-match': '"4"' } })],
    ['CaseStatus', () => house.send(`/cases/${caseId}?atLeast=4`)],
    ['CasePage', () => house.send('/cases?limit=3')],
    ['Schedule', () => house.send(`/cases/${caseId}/schedule?atLeast=4`)],
    ['AuditTrail', () => house.send(`/cases/${caseId}/audit-trail?atLeast=4`)],
    ['AvailableCommands', () => house.send(`/cases/${caseId}/commands`)],
    ['PersonCases', () => house.send('/people/search', { body: { identityNumber: application(5)['identityNumber'] } })],
    ['Problem', () => house.send(`/cases/${randomUUID()}`)],
  ];
  for (const [schema, answer] of asked) expect([schema, wrongIn(schema, (await answer()).body)]).toEqual([schema, []]);
});

test('a case is found by its number in its own municipality, and in no other', async () => {
  const caseId = await running(2);
  await house.send(`/cases/${caseId}?atLeast=3`);
  const number = { identityNumber: application(2)['identityNumber'] };
  expect(await house.send('/people/search', { body: number })).toMatchObject({ status: 200, body: { cases: [{ caseId }] } });
  expect(await house.send('/people/search', { as: 'ola', body: number })).toMatchObject({ status: 200, body: { cases: [] } });
});

test('lists are of the own municipality, by phase, and in pages that join without hole or repeat', async () => {
  const serials = [11, 12, 13, 14, 15];
  const ids: string[] = [];
  for (const serial of serials) {
    const { body } = await house.send('/cases', { as: 'ola', body: application(serial) });
    ids.push(String(body['caseId']));
  }
  for (const caseId of ids) await house.send(`/cases/${caseId}?atLeast=0`, { as: 'ola' });

  const seen: string[] = [];
  let after = '';
  for (let page = 0; page < 3; page += 1) {
    const { body } = await house.send(`/cases?limit=2&phase=applied${after}`, { as: 'ola' });
    seen.push(...(body['cases'] as { caseId: string }[]).map(({ caseId }) => caseId));
    after = `&after=${String(body['next'])}`;
    expect(body['next'] === null).toBe(page === 2);
  }
  expect([...seen].sort()).toEqual([...ids].sort());
  expect(await house.send('/cases?after=nonsense')).toMatchObject({ status: 400, body: { errors: [{ field: 'after' }] } });
});

test('a view that is not there yet is waited for, but not for ever', async () => {
  const caseId = await running(3);
  const answer = await house.send(`/cases/${caseId}?atLeast=99`);
  expect(answer).toMatchObject({ status: 503, body: { code: 'not-yet-readable' } });
  expect(answer.headers.get('retry-after')).toBe('1');
});

test("a municipality's policy is set by its own operations, once for each key", async () => {
  const policy = { effectiveFrom: '2026-01-01', monthModel: 'A', absenceReducesChildSupplement: true };
  const put = { method: 'PUT', as: 'drift', body: policy, headers: { 'idempotency-key': randomUUID() } } as const;
  const first = await house.send('/municipalities/4204/policy', put);
  expect(first).toMatchObject({ status: 200, body: { municipality: '4204', revision: 0, events: [{ type: 'PolicySet' }] } });
  expect(await house.send('/municipalities/4204/policy', put)).toMatchObject({ status: 200, body: { revision: 0 } });
  expect(await house.send('/municipalities/4204/policy', { ...put, as: 'kari' })).toMatchObject({ status: 403 });
});

test('tokens of another issuer, and tokens that were tampered with, open nothing', async () => {
  const stranger = await startTestSystem(await testDatabase());
  const token = await stranger.system.tokenFor({ id: 'kari', role: 'caseworker', municipality: '4204', office: '1001' });
  expect(await house.send('/cases', { token })).toMatchObject({ status: 401, body: { code: 'unauthenticated' } });
  await stranger.close();
  const own = await house.system.tokenFor({ id: 'kari', role: 'caseworker', municipality: '4204', office: '1001' });
  const [header, payload = '', signature] = own.split('.');
  const forged = Buffer.from(Buffer.from(payload, 'base64url').toString().replace('4204', '0301')).toString('base64url');
  expect(await house.send('/cases', { token: [header, forged, signature].join('.') })).toMatchObject({ status: 401 });
});

test('it is ready, says of what, and carries no secret', async () => {
  const { status, body } = await house.send('/health/ready');
  expect(status).toBe(200);
  expect(body).toMatchObject({ status: 'up', eventStore: { status: 'up' }, database: { status: 'up' }, readModels: { status: 'up' } });
  expect(JSON.stringify(body)).not.toContain(new URL(house.config.databaseUrl ?? '').password || 'never');
  expect((await house.send('/health/live')).body).toEqual({ status: 'up' });
});

test('after a restart everything is where it was', async () => {
  const caseId = await running(4);
  await house.restart();
  expect(await house.send(`/cases/${caseId}?atLeast=3&asOf=2025-03-03`)).toMatchObject({ status: 200, body: { phase: 'running' } });
});

test('every access is in the log, and no identity number is in it or in any log line', async () => {
  const { rows } = await house.system.pool.query<{ entry: string }>('select to_jsonb(e)::text as entry from access.log_entry e');
  expect(rows.length).toBeGreaterThan(20);
  expect(house.log.length).toBeGreaterThan(20);
  // Eleven digits that are not part of something longer, such as a UUID.
  const elevenDigits = /(?<![\w-])\d{11}(?![\w-])/;
  expect('a 02049000192 b').toMatch(elevenDigits);
  expect([...rows.map(({ entry }) => entry), ...house.log].filter((line) => elevenDigits.test(line))).toEqual([]);
});
