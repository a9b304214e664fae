import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { commands } from '@kvp/lifecycle';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { application } from '../testing/lives.ts';
import { type Answered, startTestApi, type TestApi } from '../testing/test-api.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
  const body = { effectiveFrom: '2025-01-01', fourEyes: ['grant', 'extend'] };
  await api.send('/municipalities/4204/policy', { method: 'PUT', as: 'drift', body });
});
afterAll(() => api.close());

const grant = commands['grant']!.example;
const on = (day: string, revision?: number) => ({
  'x-time': `${day}T10:00:00Z`,
  ...(revision === undefined ? {} : { 'if-match': `"${revision}"` }),
});

/** A case whose grant Kari has proposed on 20 January 2025. */
async function proposed(serial: number): Promise<{ readonly path: string; readonly answer: Answered }> {
  const opened = await api.send('/cases', { body: application(serial), headers: on('2025-01-06') });
  const path = `/cases/${String(opened.body['caseId'])}`;
  return { path, answer: await api.send(`${path}/grant`, { body: grant, headers: on('2025-01-20', 0) }) };
}

test('a decision under four eyes is answered as a proposal, and becomes the decision when another approves it', async () => {
  const { path, answer } = await proposed(1);
  expect(answer).toMatchObject({ status: 200, body: { revision: 1, events: [{ type: 'DecisionProposed', revision: 1 }] } });
  const approved = await api.send(`${path}/approve`, { as: 'bo', body: { proposal: 1 }, headers: on('2025-01-21', 1) });
  expect(approved).toMatchObject({
    status: 200,
    body: {
      revision: 4,
      events: [{ type: 'DecisionApproved' }, { type: 'ProgrammeGranted', data: { decidedOn: '2025-01-21' } }, { type: 'StipendAwarded' }],
    },
  });
  const stale = await api.send(`${path}/approve`, { as: 'bo', body: { proposal: 1 }, headers: on('2025-01-21', 1) });
  expect(stale.status).toBe(412);
  const unbound = await api.send(`${path}/approve`, { as: 'bo', body: { proposal: 1 }, headers: on('2025-01-21') });
  expect(unbound.status).toBe(428);
  const again = await api.send(`${path}/approve`, { as: 'bo', body: { proposal: 1 }, headers: on('2025-01-21', 4) });
  expect(again).toMatchObject({ status: 422, body: { refusals: [{ code: 'proposal-settled' }] } });
});

test('an approver who drafted it, a caseworker and another municipality cannot approve it, and nothing is written', async () => {
  const opened = await api.send('/cases', { body: application(2), headers: on('2025-01-06') });
  const path = `/cases/${String(opened.body['caseId'])}`;
  await api.send(`${path}/grant`, { as: 'bo', body: grant, headers: on('2025-01-20', 0) });
  const approve = (as: 'bo' | 'kari' | 'ola') => api.send(`${path}/approve`, { as, body: { proposal: 1 }, headers: on('2025-01-21', 1) });
  expect(await approve('bo')).toMatchObject({ status: 422, body: { refusals: [{ code: 'drafted-by-approver' }] } });
  expect((await approve('kari')).status).toBe(403);
  expect((await approve('ola')).status).toBe(403);
  expect(await api.store.head(`case-${String(opened.body['caseId'])}`)).toBe(1);
});

test('the approver sees what is proposed, by whom, what it would be now and what has happened since', async () => {
  const { path } = await proposed(3);
  const child = await api.send(`${path}/record-child`, {
    body: { birthDate: '2020-05-05', from: '2025-01-21' },
    headers: on('2025-01-21'),
  });
  expect(child.status).toBe(200);
  const seen = await api.send(`${path}/proposals`, { as: 'bo', headers: on('2025-01-22') });
  expect(seen).toMatchObject({
    status: 200,
    headers: { etag: '"2"' },
    body: {
      revision: 2,
      proposals: [
        {
          ...{ proposal: 1, command: 'grant', title: 'Innvilg program', proposedBy: 'kari', proposedOn: '2025-01-20', status: 'open' },
          ...{ proposed: [{ type: 'ProgrammeGranted' }, { type: 'StipendAwarded' }], input: grant },
          now: { outcome: [{ data: { decidedOn: '2025-01-22' } }, {}], differences: [], refusals: [] },
          since: [{ revision: 2, type: 'ChildRecorded', who: { id: 'kari' } }],
        },
      ],
    },
  });
  expect(api.entries.at(-1)).toMatchObject({ action: 'read-proposals', actorId: 'bo' });
});

test('what is answered fits the schema of the document, before and after it is settled', async () => {
  const { path } = await proposed(4);
  const { components } = (await api.send('/openapi.json', { as: null })).body as { components: object };
  const ajv = new Ajv2020({ strict: false });
  addFormats.default(ajv);
  const validate = ajv.compile({ $ref: '#/components/schemas/Proposals', components });
  const read = async () => (await api.send(`${path}/proposals`, { as: 'bo', headers: on('2025-01-22') })).body;
  expect([validate(await read()), validate.errors]).toEqual([true, null]);
  const reason = 'Begrunnelsen mangler.';
  await api.send(`${path}/return-proposal`, { as: 'bo', body: { proposal: 1, reason }, headers: on('2025-01-22') });
  const after = await read();
  expect([validate(after), validate.errors]).toEqual([true, null]);
  expect(after).toMatchObject({ proposals: [{ status: 'returned', now: null, since: [] }] });
});

test('a case that is not there, or not theirs, has no proposals to be seen', async () => {
  const { path } = await proposed(5);
  for (const [as, address] of [
    ['ola', `${path}/proposals`],
    ['eli', `${path}/proposals`],
    ['bo', `/cases/${randomUUID()}/proposals`],
    ['bo', '/cases/none/proposals'],
  ] as const)
    expect(await api.send(address, { as })).toMatchObject({ status: 404, body: { code: 'case-not-found' } });
});

test('the commands of a case say which decisions another must approve, and who may', async () => {
  const { path } = await proposed(6);
  const { body } = await api.send(`${path}/commands`, { headers: on('2025-01-22') });
  const listed = body['commands'] as readonly {
    readonly name: string;
    readonly needsApproval: boolean;
    readonly roles: readonly string[];
  }[];
  expect(listed.filter(({ needsApproval }) => needsApproval).map(({ name }) => name)).toEqual(['grant', 'extend']);
  expect(listed.find(({ name }) => name === 'approve')?.roles).toEqual(['approver']);
  expect(listed.find(({ name }) => name === 'withdrawProposal')?.roles).toEqual(['caseworker', 'approver']);
});
