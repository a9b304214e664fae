import { policyTable, scopeOf } from '@kvp/access';
import { commands } from '@kvp/lifecycle';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type ActorName, startTestApi, type TestApi } from '../testing/test-api.ts';
import { application } from '../testing/lives.ts';

/*
 * decided 20 January | appealed 10 February | upheld 20 February | with statsforvalteren from 1 March until the outcome on 12 May
 */
let api: TestApi;
let revision = 0;
let path: string;
beforeAll(async () => {
  api = await startTestApi();
  const opened = await api.send('/cases', { body: application(1), headers: { 'x-time': '2025-01-06' } });
  path = `/cases/${String(opened.body['caseId'])}`;
  await step('2025-01-20', 'reject', commands['reject']!.example, 'kari');
  await step('2025-01-23', 'notify-decision', { channel: 'paper', sentOn: '2025-01-20', arrivedOn: '2025-01-22' }, 'kari');
});
afterAll(() => api.close());

async function step(day: string, command: string, body: object, as: ActorName = 'kim'): Promise<void> {
  const answer = await api.send(`${path}/${command}`, { as, body, headers: { 'x-time': day, 'if-match': `"${revision}"` } });
  expect([command, answer.status, answer.body['refusals']]).toEqual([command, 200, undefined]);
  revision = Number(answer.body['revision']);
}

const THEIRS = ['/history', '/history/diff?fromKnownAt=2025-01-15', '/replay', '/appeals/1/file', '/documents'];
const seen = async (as: ActorName): Promise<readonly number[]> =>
  await Promise.all(THEIRS.map(async (door) => (await api.send(`${path}${door}`, { as, headers: { 'x-time': '2025-06-01' } })).status));
const ALL = THEIRS.map(() => 200);
const NONE = THEIRS.map(() => 404);

test('before an appeal is forwarded, there is no case to them', async () => {
  expect(await seen('fia')).toEqual(NONE);
  await step('2025-02-10', 'appeal', { receivedOn: '2025-02-10', wants: 'Programmet skal innvilges.', grounds: 'Jeg kan delta.' });
  await step('2025-02-20', 'reconsider', { outcome: 'upheld', justification: 'Ikke noe nytt.' });
  expect(await seen('fia')).toEqual(NONE);
});

test('while it is with them they read the one case: history, replay, file and documents, and it is written down', async () => {
  await step('2025-03-01', 'forward-appeal', { statement: 'Vedtaket blir stående.', incompleteReason: 'Ettersendes.' });
  // Token of another municipality in the same county: 4203 and 4204 are both in Agder.
  expect(await seen('fia')).toEqual(ALL);
  expect(api.entries.at(-1)).toMatchObject({ actorId: 'fia', role: 'statsforvalter', outcome: 'permitted' });
  expect((await api.send(`${path}/documents/${'0'.repeat(64)}`, { as: 'fia' })).body).toMatchObject({ code: 'document-not-found' });
  expect((await api.send(`${path}/appeals/2/file`, { as: 'fia' })).body).toMatchObject({ code: 'appeal-not-found' });
});

test('that of another county finds no case, with the same words as for one that never was', async () => {
  expect(await seen('siv')).toEqual(NONE);
  const [there, never] = await Promise.all(
    [path, '/cases/11111111-1111-4111-8111-111111111111'].map(async (at) => (await api.send(`${at}/history`, { as: 'siv' })).body),
  );
  expect({ ...there, correlationId: '' }).toEqual({ ...never, correlationId: '' });
});

test('nothing else is open to them: no other view of the case, no list, no command', async () => {
  const open = [...policyTable(Object.values(commands)).values()].filter(
    (row) => row.access !== 'public' && (scopeOf(row, 'statsforvalter') ?? 'none') !== 'none',
  );
  expect(open.map(({ route }) => route)).toEqual([
    'GET /cases/:caseId/history',
    'GET /cases/:caseId/history/diff',
    'GET /cases/:caseId/appeals/:appeal/file',
    'GET /cases/:caseId/replay',
    'GET /cases/:caseId/documents',
    'GET /cases/:caseId/documents/:sha256',
  ]);
  for (const door of ['', '/schedule', '/audit-trail', '/commands', '/proposals', '/explain/2025-06', '/access-log', '/proof'])
    expect([door, (await api.send(`${path}${door}`, { as: 'fia' })).status]).toEqual([door, 403]);
  expect((await api.send('/cases', { as: 'fia' })).status).toBe(403);
  expect((await api.send(`${path}/add-note`, { as: 'fia', body: { note: 'x' } })).status).toBe(403);
});

test('when the outcome is registered, it is with them no longer', async () => {
  await step('2025-05-12', 'register-outcome', { decidedOn: '2025-05-12', outcome: 'confirmed' });
  expect(await seen('fia')).toEqual(NONE);
  expect(await seen('kim')).toEqual(ALL);
});
