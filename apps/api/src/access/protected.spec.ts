import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { application } from '../testing/lives.ts';
import { startTestApi, type TestApi } from '../testing/test-api.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.close());

const READS = ['', '/schedule', '/audit-trail', '/history', '/commands', '/documents', '/proposals', '/replay'];

test('the case of a protected person is as if absent to whoever lacks the permission: the same answer as to a case that is none', async () => {
  const { body } = await api.send('/cases', { body: application(1) });
  const caseId = String(body['caseId']);
  const key = { 'idempotency-key': randomUUID() };
  const graded = { body: { on: '2025-01-07', grading: 'strictlyConfidential' }, headers: key } as const;
  const first = await api.send(`/cases/${caseId}/record-protection`, graded);
  expect(first).toMatchObject({ status: 200, body: { events: [{ type: 'ProtectionRecorded' }] } });

  const without = (text: string, id: string): string => text.replaceAll(id, '').replaceAll(/"correlationId":"[^"]*"/g, '');
  for (const view of READS) {
    const nobody = randomUUID();
    const [shut, absent] = await Promise.all([api.send(`/cases/${caseId}${view}`), api.send(`/cases/${nobody}${view}`)]);
    expect([view, shut.status, without(shut.text, caseId)]).toEqual([view, absent.status, without(absent.text, nobody)]);
    expect([view, (await api.send(`/cases/${caseId}${view}`, { as: 'siri' })).status]).toEqual([view, 200]);
  }
  const note = { body: { text: 'Ringte.' } };
  expect((await api.send(`/cases/${caseId}/add-note`, note)).status).toBe(404);

  const number = { body: { identityNumber: application(1)['identityNumber'] } };
  expect((await api.send('/people/search', number)).body).toEqual({ cases: [] });
  expect((await api.send('/people/search', { ...number, as: 'siri' })).body).toMatchObject({ cases: [{ caseId }] });
  for (const list of ['/cases', '/worklist']) {
    expect((await api.send(list)).text).not.toContain(caseId);
    expect((await api.send(list, { as: 'siri' })).text).toContain(caseId);
  }

  // Who shut the case to themselves gets the first answer to the same request again, and nobody else does.
  expect(await api.send(`/cases/${caseId}/record-protection`, graded)).toMatchObject({ status: 200, body: first.body });
  expect((await api.send(`/cases/${caseId}/record-protection`, { ...graded, as: 'bo' })).status).not.toBe(200);

  await api.send(`/cases/${caseId}/record-protection`, { as: 'siri', body: { on: '2025-01-08', grading: 'none' } });
  expect((await api.send(`/cases/${caseId}`)).status).toBe(200);
});
