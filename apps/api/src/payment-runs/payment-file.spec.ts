import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { commands } from '@kvp/lifecycle';
import { application } from '../testing/lives.ts';
import { type ActorName, type Answered, type TestApi, startTestApi } from '../testing/test-api.ts';

const ACCOUNT = '12345678903';
const OTHER_ACCOUNT = '10000000030';
const FILE = '/payment-runs/2025-02-1/payment-file';

let api: TestApi;
let caseId: string;

const on = (day: string): Readonly<Record<string, string>> => ({ 'x-time': `${day}T10:00:00Z`, 'idempotency-key': randomUUID() });
const post = (path: string, body: unknown, day: string, as: ActorName = 'pia', headers: Record<string, string> = {}): Promise<Answered> =>
  api.send(path, { as, body, headers: { ...on(day), ...headers } });
const settle = (body: object) => api.send('/municipalities/4204/policy', { method: 'PUT', as: 'drift', body, headers: on('2025-03-01') });
const codes = ({ body }: Answered): unknown => (body['refusals'] as readonly { readonly code: string }[]).map(({ code }) => code);
const linesOf = async () =>
  (await api.send('/payment-runs/2025-02-1/payroll-file.json', { as: 'pia' })).body['lines'] as readonly {
    readonly lineId: string;
    readonly payee: string;
    readonly grossOre: number;
  }[];
const file = (as: ActorName = 'pia') => api.send(`${FILE}.xml`, { as });

/** In programme from 3 February 2025, with one child whose supplement the collection agency has claimed. */
beforeAll(async () => {
  api = await startTestApi();
  const opened = await post('/cases', { ...application(1), receivedOn: '2025-01-06' }, '2025-01-06', 'kari');
  caseId = String(opened.body['caseId']);
  const grant = {
    ...commands['grant']?.example,
    from: '2025-02-03',
    to: '2026-02-02',
    decidedOn: '2025-01-20',
    evaluationDates: ['2025-05-05'],
  };
  for (const [name, body, day, headers] of [
    ['grant', grant, '2025-01-20', { 'if-match': '"0"' }],
    ['record-child', { birthDate: '2019-08-15', claimedOn: '2025-01-20' }, '2025-01-20', {}],
    ['record-maintenance', { agencyHasClaimed: true, from: '2025-01-20' }, '2025-01-20', {}],
    ['start', { startedOn: '2025-02-03' }, '2025-02-03', {}],
  ] as const)
    expect(await post(`/cases/${caseId}/${name}`, body, day, 'kari', headers)).toMatchObject({ status: 200 });
  expect(await post('/payment-runs', { month: '2025-02' }, '2025-03-03')).toMatchObject({
    status: 200,
    body: { run: { paymentFile: null } },
  });
});
afterAll(() => api.close());

test('everything that is missing is named at once, and nothing is written', async () => {
  const head = await api.store.head();
  const refused = await post(FILE, {}, '2025-03-03');
  expect([refused.status, codes(refused)]).toEqual([422, ['net-amounts-missing', 'payer-account-missing']]);
  expect(await file()).toMatchObject({ status: 409, body: { code: 'no-file-yet', refusals: [{ code: 'payment-file-not-made' }] } });
  expect(await api.store.head()).toBe(head);
  expect((await post('/payment-runs/2025-02-9/payment-file', {}, '2025-03-03')).status).toBe(404);

  const [own, agency] = await linesOf();
  // 20 weekdays from 3 February 2025: 20 × 973.6198, and 20 × 37 for the child.
  expect([own, agency]).toMatchObject([
    { payee: 'participant', grossOre: 1_947_240 },
    { payee: 'collectionAgency', grossOre: 74_000 },
  ]);
  const confirmed = [
    { lineId: own?.lineId, grossOre: 1_947_240, netOre: 1_500_001, paidOn: '2025-03-20' },
    { lineId: agency?.lineId, grossOre: 74_000, netOre: 74_000, paidOn: '2025-03-20' },
  ];
  expect(await post('/payment-runs/2025-02-1/answers', { confirmed, rejected: [] }, '2025-03-10')).toMatchObject({ status: 200 });
  const without = await post(FILE, {}, '2025-03-10');
  expect([without.status, codes(without)]).toEqual([
    ...[422, ['payment-account-missing', 'collection-agency-account-missing', 'payer-account-missing']],
  ]);
  expect(String(without.body['detail'])).toContain(caseId.slice(0, 8));
});

test('with accounts it is made once, and asked for twice it is the same bytes, whatever has come since', async () => {
  const registered = { account: ACCOUNT, holderName: 'Kari & Co', from: '2025-03-20' };
  expect(await post(`/cases/${caseId}/register-payment-account`, registered, '2025-03-10', 'kari')).toMatchObject({ status: 200 });
  const payer = { name: 'Eksempel kommune', account: '15030012345', bic: 'DNBANOKK' };
  expect((await settle({ effectiveFrom: '2025-03-01', payer, collectionAgencyAccount: '76940512057' })).status).toBe(200);

  const made = await post(FILE, {}, '2025-03-11');
  expect(made).toMatchObject({
    status: 200,
    body: { checked: 'structure', run: { paymentFile: { executionDate: '2025-03-20', transfers: 2, net: '15740.01' } } },
  });
  // No account: a hash may well have eleven digits in a row, but none that stand alone.
  expect(made.text).not.toMatch(/\b\d{11}\b/);
  const first = await file();
  expect(first).toMatchObject({ status: 200, headers: { 'content-type': 'application/xml; charset=utf-8' } });
  expect(first.text).toContain('<CtrlSum>15740.01</CtrlSum>');
  expect([...first.text.matchAll(/<Cdtr>\s*<Nm>(.*?)<\/Nm>/g)].map(([, name]) => name)).toEqual([
    'Kari &amp; Co',
    'Innkrevingsmyndigheten',
  ]);

  // Another account, approved by a second person; another payer; and the bank sends one of them back.
  const changed = { account: OTHER_ACCOUNT, holderName: 'Kari & Co', from: '2025-03-20' };
  const proposed = await post(`/cases/${caseId}/register-payment-account`, changed, '2025-03-12', 'kari');
  const [proposal] = proposed.body['events'] as readonly { readonly type: string; readonly revision: number }[];
  expect(proposal?.type).toBe('DecisionProposed');
  const approval = { proposal: proposal?.revision };
  const match = { 'if-match': `"${proposal?.revision}"` };
  expect(await post(`/cases/${caseId}/approve`, approval, '2025-03-12', 'bo', match)).toMatchObject({ status: 200 });
  expect((await settle({ effectiveFrom: '2025-03-01', payer: { ...payer, account: '32010000016' } })).status).toBe(200);
  const [, agency] = await linesOf();
  const rejected = [{ lineId: agency?.lineId, reason: 'returnedByBank', rejectedOn: '2025-03-21' }];
  expect((await post('/payment-runs/2025-02-1/answers', { confirmed: [], rejected }, '2025-03-21')).status).toBe(200);

  const again = await post(FILE, {}, '2025-03-22');
  expect(again).toMatchObject({
    status: 200,
    headers: { 'idempotency-replayed': 'true' },
    body: { run: { answers: 2, paymentFile: (made.body['run'] as Record<string, unknown>)['paymentFile'] } },
  });
  expect((await file()).text).toBe(first.text);
  expect(first.text).toContain(ACCOUNT);
  expect(first.text).not.toContain(OTHER_ACCOUNT);
  expect(api.entries.filter(({ action }) => action === 'read-payment-file').map((entry) => entry.caseId)).toContain(caseId);
});

test('who does not pay neither makes nor sees it, and no account is told where it is told why', async () => {
  for (const as of ['kari', 'bo', 'kim', 'drift'] as const) {
    expect((await post(FILE, {}, '2025-03-22', as)).status).toBe(403);
    expect((await file(as)).status).toBe(403);
  }
  const replayed = await api.send(`/cases/${caseId}/replay`, { as: 'kim' });
  expect(replayed.status).toBe(200);
  expect(replayed.text).toContain('*******8903');
  for (const path of ['replay', 'replay?revision=6', 'history', 'audit-trail', ''])
    expect((await api.send(`/cases/${caseId}/${path}`, { as: 'kim' })).text).not.toMatch(/12345678903|10000000030/);
  const asked = { account: '12345678904', holderName: 'Kari' };
  const wrong = await post(`/cases/${caseId}/register-payment-account`, asked, '2025-03-22', 'kari');
  expect([wrong.status, codes(wrong), wrong.text.includes('12345678904')]).toEqual([422, ['account-number-invalid'], false]);
  expect(
    await post(`/cases/${caseId}/register-payment-account`, { ...asked, account: '1234.56.78903' }, '2025-03-22', 'kari'),
  ).toMatchObject({
    ...{ status: 400, body: { errors: [{ field: 'account' }] } },
  });
});
