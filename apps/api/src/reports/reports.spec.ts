import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { syntheticNumber } from '@kvp/people';
import { type ActorName, type Answered, type TestApi, startTestApi } from '../testing/test-api.ts';

const NUMBER = syntheticNumber('1990-04-02', 7).reveal();
let api: TestApi;
let caseId: string;

beforeAll(async () => {
  api = await startTestApi();
  const on = (day: string) => ({ 'x-time': day });
  const application = { identityNumber: NUMBER, birthDate: '1990-04-02', receivedOn: '2025-01-06', channel: 'paper' };
  caseId = String((await api.send('/cases', { body: application, headers: on('2025-01-06') })).body['caseId']);
  const grant = { from: '2025-02-03', to: '2026-02-02', assessment: 'AEV-2025-17', evaluationDates: ['2025-05-05'] };
  await api.send(`/cases/${caseId}/grant`, { body: grant, headers: { ...on('2025-01-20'), 'if-match': '"0"' } });
  await api.send(`/cases/${caseId}/start`, { body: { startedOn: '2025-02-03' }, headers: on('2025-02-03') });
});
afterAll(() => api.close());

const get = (path: string, as: ActorName = 'bo'): Promise<Answered> => api.send(`/reports/${path}`, { as });
const figures = ({ body }: Answered, row = 0) => (body['tables'] as { rows: { cells: unknown[] }[] }[])[0]!.rows[row]!.cells;

describe('a report', () => {
  test('as of a day and known at a moment', async () => {
    const march = await get('monthly/4204/2025-03');
    expect(march).toMatchObject({ status: 200, body: { kind: 'monthly', area: '4204', asOf: '2025-03-31', suppressed: false } });
    expect(figures(march)).toEqual([1, 0, 0, 0]);
    expect(figures(await get('monthly/4204/2025-03?knownAt=2025-02-02'))).toEqual([0, 0, 0, 0]);
    expect(figures(await get('monthly/4204/2025-02?asOf=2025-02-02'))).toEqual([0, 0, 0, 0]);
  });

  test('as CSV and Excel', async () => {
    const csv = await get('monthly/4204/2025-03?format=csv');
    expect(csv.headers).toMatchObject({
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="monthly-4204-2025-03.csv"',
    });
    expect(csv.text).toContain('participants,Deltakere,persons,1');
    expect((await get('monthly/4204/2025-03?format=xlsx')).text.slice(0, 2)).toBe('PK');
  });

  test('those who work with figures see any area, with small counts hidden outside their own', async () => {
    expect(figures(await get('monthly/4204/2025-03', 'stine'))).toEqual([1, 0, 0, 0]);
    expect(await get('monthly/42/2025-03', 'stine')).toMatchObject({ status: 200, body: { suppressed: true } });
    const county = await get('monthly/42/2025-03', 'drift');
    expect(
      (county.body['tables'] as { rows: { id: string; cells: unknown[] }[] }[])[0]!.rows.find(({ id }) => id === '4204')?.cells[0],
    ).toBe('hidden');
  });

  test.each([
    ['monthly/4204/2025-03', 'kari', 403],
    ['monthly/0301/2025-03', 'bo', 404],
    ['monthly/42/2025-03', 'bo', 404],
    ['weekly/4204/2025-03', 'bo', 404],
  ] as const)('%s is not for %s: %i', async (path, as, status) => {
    expect((await get(path, as)).status).toBe(status);
  });

  test.each([
    ['monthly/4204/2025-T1', ['period']],
    ['monthly/1001/2025-03', ['area']],
    ['monthly/4204/2025-03?asOf=2025-04-01', ['asOf']],
    ['monthly/4204/2025-03?asOf=2025-02-30', ['asOf']],
    ['monthly/4204/2025-03?knownAt=before', ['knownAt']],
    ['monthly/4204/2025-03?format=pdf', ['format']],
    ['grant-model/1001/2011', ['period']],
  ])('%s names what is wrong', async (path, fields) => {
    const answer = await get(path);
    expect(answer).toMatchObject({ status: 400, body: { code: 'invalid-fields' } });
    expect((answer.body['errors'] as { field: string }[]).map(({ field }) => field)).toEqual(fields);
  });

  test('one that needs a list says so', async () => {
    expect(await get('coverage/4204/2025')).toMatchObject({ status: 409, body: { code: 'report-input-missing' } });
  });
});

describe('submitting', () => {
  const path = '/reports/monthly/4204/2025-03/submissions';
  const submit = (as: ActorName = 'bo', key: string = randomUUID()) =>
    api.send(path, { as, body: {}, headers: { 'idempotency-key': key } });

  test('freezes it, once, and a repeat is answered the same', async () => {
    const key = randomUUID();
    const first = await submit('bo', key);
    expect(first).toMatchObject({ status: 201, body: { revision: 0, submitted: { corrects: null, area: '4204' } } });
    expect(await submit('bo', key)).toMatchObject({ status: 201, body: first.body });
    expect(await submit()).toMatchObject({ status: 422, body: { refusals: [{ code: 'report-unchanged', provision: '§ 11.34' }] } });
    const { submissions } = (await api.send(path, { as: 'bo' })).body as { submissions: { hash: string }[] };
    expect(submissions).toMatchObject([{ revision: 0, corrects: null, differences: [] }]);
  });

  test('by those who file it alone, for their own municipality', async () => {
    expect([(await submit('drift')).status, (await submit('kari')).status]).toEqual([403, 403]);
    expect((await api.send('/reports/monthly/0301/2025-03/submissions', { as: 'stine', body: {} })).status).toBe(404);
  });

  test('not before its period is over', async () => {
    const today = { 'x-time': '2025-03-30' };
    expect(await api.send(path, { as: 'bo', body: {}, headers: today })).toMatchObject({
      status: 422,
      body: { refusals: [{ code: 'report-period-not-over' }] },
    });
  });
});

describe('the yearly file', () => {
  test('the draft names what is missing, and not who it is', async () => {
    const draft = await get('kostra-11cf/4204/2025');
    expect(draft).toMatchObject({ status: 200, body: { accepted: false, cases: [{ caseId, status: '1' }] } });
    expect(draft.text).not.toContain(NUMBER);
    expect(api.entries.at(-1)).toMatchObject({ actorId: 'bo', action: 'read-kostra', caseId, outcome: 'permitted' });
  });

  test('the file is for those who may see identity numbers', async () => {
    const file = await get('kostra-11cf/4204/2025?format=file', 'lars');
    expect(file.headers['content-type']).toBe('text/plain; charset=us-ascii');
    expect(file.text.split('\n').map(({ length }) => length)).toEqual([152, 0]);
    expect(file.text).toContain(NUMBER);
    for (const as of ['kari', 'stine', 'drift'] as const) expect((await get('kostra-11cf/4204/2025?format=file', as)).status).toBe(403);
    expect((await get('kostra-11cf/0301/2025')).status).toBe(404);
    expect((await get('kostra-11cf/4204/2021')).status).toBe(400);
    expect(JSON.stringify([api.lines, api.entries])).not.toContain(NUMBER);
  });

  test('a delivery is frozen under the hash of its file, by those who file it; one that SSB would not take is refused', async () => {
    const deliver = (year: number, as: ActorName = 'bo') => api.send(`/reports/kostra-11cf/4204/${year}/submissions`, { as, body: {} });
    expect(await deliver(2025)).toMatchObject({ status: 422, body: { refusals: [{ code: 'kostra-file-not-accepted' }] } });
    // Nobody was in a programme in 2024: the file is one space. Control 000.
    const space = '36a9e7f1c95b82ffb99743e0c5c4ce95d83c9a430aac59f84ef3cbfab6145068';
    expect(await deliver(2024)).toMatchObject({ status: 201, body: { revision: 0, submitted: { hash: space, corrects: null } } });
    expect(await deliver(2024)).toMatchObject({ status: 422, body: { refusals: [{ code: 'report-unchanged' }] } });
    expect((await get('kostra-11cf/4204/2024/submissions')).body).toMatchObject({ submissions: [{ asOf: '2024-12-31', hash: space }] });
    for (const as of ['kari', 'stine', 'drift'] as const) expect((await deliver(2024, as)).status).toBe(403);
  });
});
