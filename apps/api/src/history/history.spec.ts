import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { application } from '../testing/lives.ts';
import { startTestApi, type TestApi } from '../testing/test-api.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.close());

const on = (day: string, revision?: number) => ({
  'x-time': `${day}T10:00:00Z`,
  ...(revision === undefined ? {} : { 'if-match': `"${revision}"` }),
});

/** Applied for on 6 January 2025, granted and begun on 3 February, and a child that nobody told of before September. */
async function life(serial: number): Promise<string> {
  const opened = await api.send('/cases', { body: application(serial), headers: on('2025-01-06') });
  const path = `/cases/${String(opened.body['caseId'])}`;
  const grant = { from: '2025-02-03', to: '2026-02-02', assessment: 'AEV-1', evaluationDates: ['2025-05-05'] };
  await api.send(`${path}/grant`, { body: grant, headers: on('2025-01-20', 0) });
  await api.send(`${path}/start`, { body: { startedOn: '2025-02-03' }, headers: on('2025-02-03') });
  const child = await api.send(`${path}/record-child`, {
    body: { birthDate: '2020-05-05', from: '2025-02-03' },
    headers: on('2025-09-10'),
  });
  expect(child.status).toBe(200);
  return path;
}

const today = on('2025-10-01');
const types = (body: Readonly<Record<string, unknown>>, field = 'entries') =>
  (body[field] as readonly { readonly type: string }[]).map(({ type }) => type);

test('what came late is left out of the history of the day, is in that of today, and is what lies between', async () => {
  const path = await life(1);
  const then = await api.send(`${path}/history?asOf=2025-03-31&knownAt=2025-03-31`, { as: 'kim', headers: today });
  expect(then).toMatchObject({ status: 200, headers: { etag: '"4"' }, body: { revision: 3, knownAt: '2025-03-31T21:59:59.999999999Z' } });
  expect(types(then.body)).not.toContain('ChildRecorded');
  const now = await api.send(`${path}/history`, { as: 'kim', headers: today });
  expect(types(now.body)).toContain('ChildRecorded');
  const diff = await api.send(`${path}/history/diff?fromAsOf=2025-03-31&fromKnownAt=2025-09-09&asOf=2025-03-31&knownAt=2025-09-10`, {
    headers: today,
  });
  expect(types(diff.body, 'added')).toEqual(['ChildRecorded']);
  // 3 February 2025 to 2 February 2026 has 261 weekdays, each of 37 kroner by the rate that was known: 9 657.
  const [change] = diff.body['changed'] as readonly { readonly before: string; readonly after: string }[];
  expect(Number(change!.after) - Number(change!.before)).toBeCloseTo(261 * 37, 2);
  expect(api.entries.map(({ action }) => action)).toEqual(expect.arrayContaining(['read-history', 'read-history-diff']));
});

test('a case is replayed event for event, with state, reasons and the law of the moment', async () => {
  const path = await life(2);
  const granted = await api.send(`${path}/replay?revision=1`, { headers: today });
  expect(granted).toMatchObject({
    status: 200,
    body: {
      ...{ revision: 1, head: 4, previous: 0, next: 2 },
      entry: { type: 'ProgrammeGranted', provision: 'STL § 29' },
      state: { grant: { decidedOn: '2025-01-20' } },
      law: { on: '2025-01-20', knownAt: '2025-01-20' },
    },
  });
  expect((await api.send(`${path}/replay`, { headers: today })).body).toMatchObject({ revision: 4, next: null });
});

test('a moment before the case, one ahead, a day far ahead and an unknown revision are each found and named', async () => {
  const path = await life(3);
  const ask = (query: string) => api.send(`${path}/${query}`, { headers: today });
  expect(await ask('history?knownAt=2025-01-05')).toMatchObject({
    status: 404,
    body: { code: 'not-known-then', detail: 'Saken ble først registrert 6. januar 2025 kl. 11.00.' },
  });
  for (const [query, field] of [
    ['history?knownAt=2025-10-02', 'knownAt'],
    ['history?asOf=2035-10-02', 'asOf'],
    ['history?asOf=2025-02-30', 'asOf'],
    ['history?knownAt=2025-05-05T10:00:00', 'knownAt'],
    ['history/diff?fromKnownAt=2099-01-01&fromAsOf=2025-03-01', 'fromKnownAt'],
    ['replay?revision=-1', 'revision'],
    ['replay?revision=1.5', 'revision'],
  ] as const)
    expect(await ask(query)).toMatchObject({ status: 400, body: { code: 'invalid-fields', errors: [{ field }] } });
  expect(await ask('history?asOf=2035-10-01')).toMatchObject({ status: 200 });
  expect(await ask('replay?revision=5')).toMatchObject({
    status: 404,
    body: { code: 'revision-not-found', detail: 'Saken har hendelsene 0 til 4.' },
  });
});

test('a case that is not there, or not theirs, has no past to be seen', async () => {
  const path = await life(4);
  for (const door of ['history', 'history/diff', 'replay'])
    for (const [as, address] of [
      ['ola', `${path}/${door}`],
      ['eli', `${path}/${door}`],
      ['kim', `/cases/${randomUUID()}/${door}`],
      ['kim', `/cases/none/${door}`],
    ] as const)
      expect(await api.send(address, { as })).toMatchObject({ status: 404, body: { code: 'case-not-found' } });
});

test('what is answered fits the schema of the document', async () => {
  const path = await life(5);
  const { components } = (await api.send('/openapi.json', { as: null })).body as { components: object };
  const ajv = new Ajv2020({ strict: false });
  addFormats.default(ajv);
  for (const [name, query] of [
    ['History', 'history?knownAt=2025-03-31'],
    ['HistoryDiff', 'history/diff?fromKnownAt=2025-01-05&fromAsOf=2025-01-05'],
    ['ReplayStep', 'replay?revision=2'],
  ] as const) {
    const validate = ajv.compile({ $ref: `#/components/schemas/${name}`, components });
    const { body } = await api.send(`${path}/${query}`, { headers: today });
    expect([name, validate(body), validate.errors]).toEqual([name, true, null]);
  }
});
