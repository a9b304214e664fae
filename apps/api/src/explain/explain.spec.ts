import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { application } from '../testing/lives.ts';
import { startTestApi, type TestApi } from '../testing/test-api.ts';

let api: TestApi;
let path: string;

const on = (day: string, revision?: number) => ({
  'x-time': `${day}T10:00:00Z`,
  ...(revision === undefined ? {} : { 'if-match': `"${revision}"` }),
});

/** Granted and begun on 2 February 2026; a new G for September is announced on the 18th. */
beforeAll(async () => {
  api = await startTestApi();
  const opened = await api.send('/cases', { body: { ...application(1), receivedOn: '2026-01-05' }, headers: on('2026-01-05') });
  path = `/cases/${String(opened.body['caseId'])}`;
  const grant = { from: '2026-02-02', to: '2027-02-01', assessment: 'AEV-1', evaluationDates: ['2026-05-04'] };
  await api.send(`${path}/grant`, { body: grant, headers: on('2026-01-19', 0) });
  await api.send(`${path}/start`, { body: { startedOn: '2026-02-02' }, headers: on('2026-02-02') });
  const rate = { kind: 'G', effectiveFrom: '2026-09-01', knownFrom: '2026-09-18', value: '140000', source: 'FOR-1' };
  const headers = { ...on('2026-09-18'), 'idempotency-key': randomUUID() };
  expect((await api.send('/rates', { as: 'drift', body: rate, headers })).status).toBe(200);
});
afterAll(() => api.close());

const now = on('2026-10-01');
const explain = (line: string, query = '', as: 'kim' | 'drift' | 'ola' = 'kim') =>
  api.send(`${path}/explain/${line}${query}`, { as, headers: now });

test('a line is told from its amount to rates, events and those who recorded them, as known before and after a new G', async () => {
  // September 2026 has 22 weekdays: 22 × 2.041 × 140 000 / 260 = 24 178, and on the G known before 22 × 2.041 × 136 549 / 260.
  const after = await explain('2026-09');
  expect(after).toMatchObject({ status: 200, headers: { etag: '"3"' }, body: { amount: '24178.00', ratesRevision: '2026-07-02+1' } });
  expect(after.body['rates']).toContainEqual(expect.objectContaining({ kind: 'G', value: '140000', source: 'FOR-1' }));
  expect((await explain('2026-09-participant', '?knownAt=2026-09-17')).body).toMatchObject({ amount: '23582.01' });
  expect((after.body['checks'] as readonly { readonly holds: boolean }[]).every(({ holds }) => holds)).toBe(true);
  expect(api.entries.map(({ action }) => action)).toContain('explain-payment-line');
});

test('the calculation sheet is a page in bokmål', async () => {
  const { status, headers, text } = await explain('2026-09', '?format=html');
  expect([status, headers['content-type']]).toEqual([200, 'text/html; charset=utf-8']);
  expect(text).toContain('Beregning av kvalifiseringsstønad for september 2026');
  expect(text).toContain('24\u00a0178,00\u00a0kr');
});

test('the same sheet is PDF/A, by its name or by what is accepted; whoever takes anything gets the data', async () => {
  const [byName, byHeader] = [
    await explain('2026-09', '?format=pdf&knownAt=2026-09-30'),
    await api.send(`${path}/explain/2026-09?knownAt=2026-09-30`, { as: 'kim', headers: { ...now, accept: 'application/pdf, */*' } }),
  ];
  const inline = {
    'content-type': 'application/pdf',
    'content-disposition': expect.stringMatching(/^inline; filename="beregning-2026-09-participant-[0-9a-f]{8}\.pdf"$/),
  };
  expect(byName).toMatchObject({ status: 200, headers: inline });
  expect(byName.text.slice(0, 8)).toBe('%PDF-1.7');
  expect(byHeader).toMatchObject({ status: 200, headers: inline, text: byName.text });
  const accepting = async (accept: string) =>
    (await api.send(`${path}/explain/2026-09`, { as: 'kim', headers: { ...now, accept } })).headers['content-type'];
  expect(await accepting('text/html,application/xhtml+xml;q=0.9,*/*;q=0.8')).toBe('text/html; charset=utf-8');
  expect(await accepting('*/*')).toMatch(/^application\/json/);
});

test.each([['2026-13'], ['2025-01'], ['2026-09-collectionAgency'], ['2026-09-nobody']])('there is no line %s', async (line) => {
  expect(await explain(line)).toMatchObject({ status: 404, body: { code: 'not-found' } });
});

test('a wrong query is named, and those who see no case see no line', async () => {
  expect(await explain('2026-09', '?format=docx')).toMatchObject({ status: 400, body: { errors: [{ field: 'format' }] } });
  expect(await explain('2026-09', '?knownAt=2026-12-01')).toMatchObject({ status: 400, body: { errors: [{ field: 'knownAt' }] } });
  expect((await explain('2026-09', '', 'drift')).status).toBe(403);
  expect((await explain('2026-09', '', 'ola')).status).toBe(404);
});
