import { policyTable } from '@kvp/access';
import { commands } from '@kvp/lifecycle';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { application } from '../testing/lives.ts';
import { startTestApi, type TestApi } from '../testing/test-api.ts';
import { wordsFor } from './access-words.ts';

let api: TestApi;
let path: string;
beforeAll(async () => {
  api = await startTestApi();
  path = `/cases/${String((await api.send('/cases', { body: application(1) })).body['caseId'])}`;
  await api.send(`${path}/history`, { as: 'bo' });
  await api.send(path, { as: 'drift' });
});
afterAll(() => api.close());

test('tells who read and wrote about the person, in which role, and who was turned away; and is itself written down', async () => {
  const { status, body } = await api.send(`${path}/access-log`, { as: 'vera' });
  expect([status, body['entries']]).toMatchObject([
    200,
    [
      { actorId: 'kari', role: 'caseworker', office: '1001', action: 'apply', told: commands['apply']!.title, outcome: 'permitted' },
      { actorId: 'bo', role: 'approver', action: 'read-history', told: 'Så historikken', outcome: 'permitted' },
      { actorId: 'drift', role: 'operations', action: 'read-case', told: 'Så saken', outcome: 'denied' },
    ],
  ]);
  expect(api.entries.at(-1)).toMatchObject({ actorId: 'vera', role: 'privacyOfficer', action: 'read-access-log', outcome: 'permitted' });
  expect(((await api.send(`${path}/access-log`, { as: 'kim' })).body['entries'] as unknown[]).length).toBe(4);
});

test('as CSV, in words, for those who read it without a program', async () => {
  const { headers, text } = await api.send(`${path}/access-log?format=csv`, { as: 'vera' });
  expect(headers['content-type']).toBe('text/csv; charset=utf-8');
  expect(headers['content-disposition']).toMatch(/^attachment; filename="innsynslogg-[0-9a-f]{8}\.csv"$/);
  const [titles, first, , third] = text.split('\r\n');
  expect(titles).toBe('Tidspunkt,Hvem,Rolle,Kommune,Kontor,Hva,Handling,Utfall,Forespørsel');
  expect(first).toContain(`,kari,saksbehandler,4204,1001,${commands['apply']!.title},apply,gjennomført,`);
  expect(third).toContain(',drift,drift,4204,1001,Så saken,read-case,avvist: rollen har ikke adgang,');
});

test('those who may be in it do not read it, nor does anybody elsewhere', async () => {
  for (const as of ['kari', 'bo', 'drift', 'stine', 'lars', 'fia'] as const)
    expect([as, (await api.send(`${path}/access-log`, { as })).status]).toEqual([as, 403]);
  expect(await api.send('/cases/11111111-1111-4111-8111-111111111111/access-log', { as: 'vera' })).toMatchObject({
    status: 404,
    body: { code: 'case-not-found' },
  });
});

test('a period that ends before it begins, and what is no day or format, are named', async () => {
  const fields = async (query: string): Promise<unknown> =>
    ((await api.send(`${path}/access-log?${query}`, { as: 'vera' })).body['errors'] as { field: string }[]).map(({ field }) => field);
  expect(await fields('from=2025-02-02&to=2025-02-01')).toEqual(['from']);
  expect(await fields('to=2025-02-30')).toEqual(['to']);
  expect(await fields('format=pdf')).toEqual(['format']);
});

test('everything that can be done to a case has words', () => {
  const all = Object.values(commands);
  const words = wordsFor(all);
  const ofCases = [...policyTable(all).values()].filter(({ route }) => /\/cases|people|worklist/.test(route));
  expect(ofCases.filter(({ action }) => words(action) === action).map(({ route }) => route)).toEqual([]);
  expect(words('kvp-events')).toBe('Fra kommandolinjen: kvp-events');
  expect(words('never-heard-of')).toBe('never-heard-of');
});
