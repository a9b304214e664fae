import { expect, test } from '@jest/globals';
import { CASEWORKER, openHouse } from './testing/house.ts';

const THERE = '1002';

/** A case at office 1001, and commands of those who see their own office alone. */
async function atOffice() {
  const house = openHouse();
  const caseId = await house.opened(1);
  const by = (office: string) => (n: number, name: string, input: Parameters<typeof house.request>[2]) =>
    house.service.execute({
      ...house.request(n, name, input, '2025-01-20', { actor: { ...CASEWORKER, office }, withinOffice: office }),
      caseId,
    });
  return { here: by(CASEWORKER.office), there: by(THERE) };
}

test('a case that is transferred can be handled by the new office, and no more by the old one', async () => {
  const { here, there } = await atOffice();
  expect(await there(2, 'addNote', { text: 'Ringte.' })).toEqual({ kind: 'not-found' });
  expect(await here(3, 'transferOffice', { office: THERE })).toMatchObject({
    kind: 'accepted',
    events: [{ event: { type: 'OfficeTransferred' } }],
  });
  expect(await here(4, 'addNote', { text: 'Ringte.' })).toEqual({ kind: 'not-found' });
  expect(await there(5, 'addNote', { text: 'Ringte.' })).toMatchObject({ kind: 'accepted' });
});

test('not even the answer to the transfer itself is given to the old office again', async () => {
  const { here, there } = await atOffice();
  await here(2, 'transferOffice', { office: THERE });
  expect(await here(2, 'transferOffice', { office: THERE })).toEqual({ kind: 'not-found' });
  expect(await there(2, 'transferOffice', { office: THERE })).toMatchObject({ kind: 'accepted', repeated: true });
});

test('who has withdrawn an application may apply again, from that day on (§ 11.24)', async () => {
  const { apply, opened, service, request } = openHouse();
  const caseId = await opened(1);
  expect(await apply(2)).toMatchObject({ kind: 'refused', refusals: [{ code: 'application-open' }] });
  const withdrawal = { ...request(3, 'withdrawApplication', { withdrawnOn: '2025-01-06' }, '2025-01-06'), caseId };
  expect(await service.execute(withdrawal)).toMatchObject({ kind: 'accepted', events: [{ event: { type: 'ApplicationWithdrawn' } }] });
  expect(await apply(4)).toMatchObject({ kind: 'accepted' });
});
