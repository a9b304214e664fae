import { expect, test } from '@jest/globals';
import { openHouse } from './testing/house.ts';

/** 0 application, 1 grant, 2 stipend awarded, 3 start. */
async function running() {
  const house = openHouse();
  const caseId = await house.opened(1);
  await house.grant(2, caseId);
  const send = (n: number, name: string, input: Parameters<typeof house.request>[2], more: Parameters<typeof house.request>[4] = {}) =>
    house.service.execute({ ...house.request(n, name, input, '2025-06-02', more), caseId });
  await send(3, 'start', { startedOn: '2025-02-03' });
  return { ...house, caseId, send };
}

const YOUNGER = { event: 0, reason: 'Fødselsdatoen var skrevet av feil.', replacement: { apply: { birthDate: '2000-03-01' } } };

test('the dry run of a correction shows what it changes in the schedule, and writes nothing (§ 9.4)', async () => {
  const { send, store } = await running();
  const before = await store.head();
  // 25 on 1 March 2025: two thirds for the twenty days from 3 February. 124 028 × 2.041 / 260 × 20 = 19 472.396; two thirds 12 981.597.
  expect(await send(4, 'correctFact', YOUNGER, { dryRun: true })).toMatchObject({
    kind: 'would-accept',
    events: [{ type: 'FactCorrected', data: { corrects: 0, affects: [1] } }, { type: 'ApplicationRegistered' }],
    schedule: {
      months: [{ month: '2025-02', before: '19472.40', after: '12981.60' }],
      days: [{ from: '2025-02-03', to: '2025-02-28', days: 20 }],
    },
  });
  expect(await store.head()).toBe(before);
});

test('sent again with the same key it is the same correction; with another, the fact is corrected already', async () => {
  const { send, service, caseId } = await running();
  expect(await send(4, 'correctFact', YOUNGER)).toMatchObject({ kind: 'accepted', revision: 5, repeated: false });
  expect(await send(4, 'correctFact', YOUNGER)).toMatchObject({ kind: 'accepted', revision: 5, repeated: true });
  expect(await send(5, 'correctFact', YOUNGER)).toMatchObject({ kind: 'refused', refusals: [{ code: 'fact-already-corrected' }] });
  const loaded = await service.loadCase(caseId);
  expect(String(loaded?.state.application?.birthDate)).toBe('2000-03-01');
});

test('what was wrong is nowhere in the clear', async () => {
  const { send, store, caseId } = await running();
  await send(4, 'correctFact', YOUNGER);
  const stored: unknown[] = [];
  for await (const event of store.readStream(`case-${caseId}`)) stored.push(event);
  expect(stored).toHaveLength(6);
  expect(JSON.stringify(stored)).toContain('FactCorrected');
  expect(JSON.stringify(stored)).not.toMatch(/2000-03-01|1990-04-02|skrevet av feil/);
});
