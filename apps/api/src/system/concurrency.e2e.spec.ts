import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { commands as catalogue } from '@kvp/lifecycle';
import { testDatabase } from '../../../../test/support/postgres.ts';
import { application } from '../testing/lives.ts';
import { type Response, startTestSystem, type TestSystem } from '../testing/test-system.ts';

let house: TestSystem;
beforeAll(async () => {
  house = await startTestSystem(await testDatabase());
});
afterAll(() => house.close());

const open = async (serial: number): Promise<string> => String((await house.send('/cases', { body: application(serial) })).body['caseId']);
const count = (answers: readonly Response[], status: number): number => answers.filter((answer) => answer.status === status).length;
const idsIn = async (caseId: string): Promise<string[]> => {
  const ids = [];
  for await (const { id } of house.system.store.readStream(`case-${caseId}`)) ids.push(id);
  return ids;
};

test('of 50 decisions on the same revision, one wins and 49 are told that the case has moved on', async () => {
  const caseId = await open(1);
  const grant = { body: catalogue['grant']?.example, headers: { 'if-match': '"0"' } };
  const answers = await Promise.all(Array.from({ length: 50 }, () => house.send(`/cases/${caseId}/grant`, grant)));
  expect([count(answers, 200), count(answers, 412)]).toEqual([1, 49]);
  // The application, the grant and its stipend.
  expect(await idsIn(caseId)).toHaveLength(3);
});

test('of 50 registrations without a revision, each is decided on what stands, and no event is lost or doubled', async () => {
  const caseId = await open(2);
  const born = (index: number): object => ({ birthDate: `2020-01-${String((index % 28) + 1).padStart(2, '0')}` });
  const answers = await Promise.all(
    Array.from({ length: 50 }, (_, index) => house.send(`/cases/${caseId}/record-child`, { body: born(index) })),
  );
  expect(answers.filter(({ status }) => ![200, 409, 422].includes(status))).toEqual([]);
  const written = answers.flatMap(({ status, body }) => (status === 200 ? (body['events'] as { id: string }[]) : []));
  const stored = await idsIn(caseId);
  expect(new Set(stored).size).toBe(stored.length);
  expect(stored.slice(1).sort()).toEqual(written.map(({ id }) => id).sort());
});

test('the same command 50 times at once is done once, and each gets the same answer', async () => {
  const command = { body: application(3), headers: { 'idempotency-key': randomUUID() } };
  const answers = await Promise.all(Array.from({ length: 50 }, () => house.send('/cases', command)));
  expect(count(answers, 201)).toBe(50);
  expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1);
});

test('of two applications for one person at the same moment, one opens the case and one is refused', async () => {
  for (const serial of [4, 5, 6, 7, 8]) {
    const answers = await Promise.all([1, 2].map(() => house.send('/cases', { body: application(serial) })));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 422]);
    const refused = answers.find(({ status }) => status === 422);
    expect(refused?.body['refusals']).toMatchObject([{ code: 'application-open' }]);
  }
});
