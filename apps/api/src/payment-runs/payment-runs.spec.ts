import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { commands } from '@kvp/lifecycle';
import { application } from '../testing/lives.ts';
import { type ActorName, type Answered, type TestApi, startTestApi } from '../testing/test-api.ts';

let api: TestApi;
let caseId: string;

const on = (day: string): Readonly<Record<string, string>> => ({ 'x-time': `${day}T10:00:00Z`, 'idempotency-key': randomUUID() });
const post = (path: string, body: unknown, day: string, as: ActorName = 'pia', headers: Record<string, string> = {}): Promise<Answered> =>
  api.send(path, { as, body, headers: { ...on(day), ...headers } });
const codes = ({ body }: Answered): unknown => (body['refusals'] as readonly { readonly code: string }[]).map(({ code }) => code);

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
  expect(await post(`/cases/${caseId}/grant`, grant, '2025-01-20', 'kari', { 'if-match': '"0"' })).toMatchObject({ status: 200 });
  expect(await post(`/cases/${caseId}/start`, { startedOn: '2025-02-03' }, '2025-02-03', 'kari')).toMatchObject({ status: 200 });
});
afterAll(() => api.close());

test('a run is tried, carried out once, and told', async () => {
  const tried = await post('/payment-runs?dryRun=true', { month: '2025-02' }, '2025-03-03');
  expect(tried).toMatchObject({ status: 200, body: { dryRun: true, payDate: '2025-03-20', report: { totals: { gross: '19472.40' } } } });
  const key = randomUUID();
  const run = await post('/payment-runs', { month: '2025-02' }, '2025-03-03', 'pia', { 'idempotency-key': key });
  expect(run).toMatchObject({
    status: 200,
    body: { run: { reference: '2025-02-1', status: 'completed', totals: { participants: 1, gross: '19472.40', claims: '0.00' } } },
  });
  const again = await post('/payment-runs', { month: '2025-02' }, '2025-03-03', 'pia', { 'idempotency-key': key });
  expect(again).toMatchObject({ status: 200, headers: { 'idempotency-replayed': 'true' }, body: { run: run.body['run'] } });
  const details = await api.send('/payment-runs/2025-02-1', { as: 'bo' });
  expect(details.body['lines']).toMatchObject([{ caseId, month: '2025-02', gross: '19472.40', status: 'sent', net: null }]);
  expect(await api.send('/payment-runs', { as: 'pia', headers: { 'x-time': '2025-03-10' } })).toMatchObject({
    body: { runs: [{ reference: '2025-02-1' }] },
  });
});

test('the schedule of the case shows what is settled, and when', async () => {
  const { body } = await api.send(`/cases/${caseId}/schedule`, { headers: { 'x-time': '2025-03-10' } });
  expect((body['months'] as readonly object[]).slice(0, 3)).toMatchObject([
    { month: '2025-02', planned: '19472.40', settled: '19472.40', difference: '0.00', payDate: '2025-03-20', standing: 'settled' },
    { month: '2025-03', settled: '0.00', difference: '20446.02', payDate: '2025-04-16', standing: 'forecast' },
    { month: '2025-04', standing: 'forecast' },
  ]);
});

test('the payroll file is the same every time, and names nobody', async () => {
  const fetched = await Promise.all([1, 2].map(() => api.send('/payment-runs/2025-02-1/payroll-file.csv', { as: 'pia' })));
  expect(fetched[0]).toMatchObject({ status: 200, headers: { 'content-type': 'text/csv; charset=utf-8' } });
  expect(fetched[0]?.text).toBe(fetched[1]?.text);
  expect(fetched[0]?.text).toMatch(
    new RegExp(`^lineId,.*\\r\\n[0-9a-f]{32},${caseId},participant,2025-02,1947240,kvalifiseringstoenad,false\\r\\n$`),
  );
  const json = await api.send('/payment-runs/2025-02-1/payroll-file.json', { as: 'pia' });
  expect(json.body).toMatchObject({ lineCount: 1, sumOre: 1_947_240, lines: [{ caseId, grossOre: 1_947_240 }] });
  expect(api.entries.filter(({ action }) => action === 'read-payroll-file').map((entry) => entry.caseId)).toEqual(Array(3).fill(caseId));
});

test('a line of a file is explained by its id, in its own case and for who sees that', async () => {
  const { body } = await api.send('/payment-runs/2025-02-1/payroll-file.json', { as: 'pia' });
  const [line] = body['lines'] as readonly { readonly lineId: string }[];
  const explain = (id: string, as: ActorName) => api.send(`/cases/${caseId}/explain/${id}`, { as, headers: { 'x-time': '2025-03-10' } });
  expect((await explain(line?.lineId ?? '', 'kim')).body).toMatchObject({ month: '2025-02', payee: 'participant', amount: '19472.40' });
  expect((await explain('0'.repeat(32), 'kim')).status).toBe(404);
  expect((await explain(line?.lineId ?? '', 'ola')).status).toBe(404);
});

test('payroll answers line by line, all or nothing, and it can be reconciled', async () => {
  const { body } = await api.send('/payment-runs/2025-02-1/payroll-file.json', { as: 'pia' });
  const [line] = body['lines'] as readonly { readonly lineId: string; readonly grossOre: number }[];
  const confirmed = { lineId: line?.lineId, grossOre: 1_947_240, netOre: 1_500_000, paidOn: '2025-03-20' };
  const answers = '/payment-runs/2025-02-1/answers';
  const unknown = await post(answers, { confirmed: [confirmed, { ...confirmed, lineId: '0'.repeat(32) }], rejected: [] }, '2025-03-21');
  expect([unknown.status, codes(unknown)]).toEqual([422, ['payment-line-unknown']]);
  const other = await post(answers, { confirmed: [{ ...confirmed, grossOre: 1_947_241 }], rejected: [] }, '2025-03-21');
  expect([other.status, codes(other)]).toEqual([422, ['payment-line-other-amount']]);
  for (const wrong of [
    { ...confirmed, netOre: -1 },
    { ...confirmed, netOre: 1.5 },
    { ...confirmed, paidOn: '2025-02-30' },
    { ...confirmed, bonus: 1 },
  ])
    expect(await post(answers, { confirmed: [wrong], rejected: [] }, '2025-03-21')).toMatchObject({ status: 400 });
  expect(await post(answers, { confirmed: [confirmed], rejected: [] }, '2025-03-21')).toMatchObject({
    status: 200,
    body: { run: { answers: 1 } },
  });
  expect((await api.send('/payment-runs/2025-02-1/reconciliation', { as: 'bo' })).body).toMatchObject({
    sent: { lines: 1, gross: '19472.40' },
    confirmed: { lines: 1, net: '15000.00' },
    open: { lines: 0 },
    days: [{ day: '2025-03-20' }],
  });
});

test('four eyes: one proposes, another approves', async () => {
  const policy = { effectiveFrom: '2025-03-01', paymentRunFourEyes: true };
  const set = { method: 'PUT', as: 'drift', body: policy, headers: on('2025-03-01') } as const;
  expect(await api.send('/municipalities/4204/policy', set)).toMatchObject({ status: 200 });
  const proposed = await post('/payment-runs', { month: '2025-03' }, '2025-04-02');
  expect(proposed).toMatchObject({ status: 200, body: { run: { status: 'proposed', needsApproval: true } } });
  expect(codes(await post('/payment-runs/2025-03-1/approve', {}, '2025-04-02'))).toEqual(['own-payment-run']);
  expect(codes(await post('/payment-runs', { month: '2025-03' }, '2025-04-02', 'per'))).toEqual(['payment-run-under-way']);
  const early = await api.send('/payment-runs/2025-03-1/payroll-file.csv', { as: 'pia' });
  expect([early.status, early.body['code'], codes(early)]).toEqual([409, 'no-file-yet', ['payment-run-not-completed']]);
  expect(await post('/payment-runs/2025-03-1/approve', {}, '2025-04-02', 'bo')).toMatchObject({
    status: 200,
    body: { run: { approvedBy: 'bo' } },
  });
});

test('what makes no sense is refused, and writes nothing', async () => {
  const head = await api.store.head();
  expect(codes(await post('/payment-runs', { month: '2025-04' }, '2025-04-30'))).toEqual(['month-not-ended']);
  for (const body of [
    {},
    { month: '2025-13' },
    { month: '2025-04', kind: 'all' },
    { month: '2025-04', municipality: '0301' },
    { month: '2025-04', caseId: 'x' },
  ])
    expect(await post('/payment-runs', body, '2025-05-02')).toMatchObject({ status: 400 });
  expect((await post('/payment-runs?dryRun=perhaps', { month: '2025-04' }, '2025-05-02')).status).toBe(400);
  for (const path of ['/payment-runs/2025-02-9', '/payment-runs/2025-2-1', `/payment-runs/${randomUUID()}`])
    expect((await api.send(path, { as: 'pia' })).status).toBe(404);
  expect((await post('/payment-runs/2025-02-1/resume', {}, '2025-05-02')).status).toBe(422);
  expect((await post('/payment-runs/2025-02-1/return', { reason: 'anomaly' }, '2025-05-02', 'bo')).status).toBe(422);
  expect(await api.store.head()).toBe(head);
});
