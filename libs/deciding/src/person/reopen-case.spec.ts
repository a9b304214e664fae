import { expect, test } from '@jest/globals';
import type { CommandOutcome } from '../command-request.ts';
import { openHouse } from '../testing/house.ts';
import { verifyChains } from '../verify-chains.ts';

type House = ReturnType<typeof openHouse>;

const REJECTION = {
  ground: 'conditionsNotMet',
  conditions: [{ condition: 'income', met: false, reason: 'Søkeren har rett til dagpenger.' }],
  justification: 'Søkeren kan forsørge seg med dagpenger.',
};
const REVERSAL = { decision: 1, ground: 'notToDetriment', justification: 'Avslaget bygde på feil faktum.' };

const reject = ({ service, request }: House, n: number, caseId: string, on = '2025-01-20') =>
  service.execute({ ...request(n, 'reject', REJECTION, on), caseId });
const reverse = ({ service, request }: House, n: number, caseId: string, more: { dryRun?: boolean } = {}) =>
  service.execute({ ...request(n, 'reverse', REVERSAL, '2025-02-03', more), caseId });
const apply = ({ service, request, application }: House, n: number) =>
  service.execute(request(n, 'apply', application(0, '2025-02-04'), '2025-02-04'));
const kind = (outcome: CommandOutcome): string =>
  outcome.kind === 'refused' ? outcome.refusals.map(({ code }) => code).join() : outcome.kind;

/** A case with a rejection at revision 1. */
async function rejected(house: House): Promise<string> {
  const caseId = await house.opened(1);
  expect(kind(await reject(house, 2, caseId))).toBe('accepted');
  return caseId;
}

/** A store that dies instead of writing into a case, once it is told to. */
function mortal(house: House) {
  const store = Object.create(house.store) as House['store'];
  const life = { dead: false, house: openHouse(store, house.keyFile, house.keyStore) };
  store.append = (stream, ...rest) =>
    life.dead && stream.startsWith('case-') ? Promise.reject(new Error('died here')) : house.store.append(stream, ...rest);
  return life;
}

test('a rejection is not undone while another case of the person is open; its trial says so too (decided point 24)', async () => {
  const house = openHouse();
  const caseId = await rejected(house);
  expect(kind(await apply(house, 3))).toBe('accepted');
  expect(kind(await reverse(house, 4, caseId, { dryRun: true }))).toBe('application-open');
  expect(kind(await reverse(house, 5, caseId))).toBe('application-open');
  expect((await house.service.loadCase(caseId))?.revision).toBe(1);
});

test('a case that is open again keeps others from being opened, and the chains hold', async () => {
  const house = openHouse();
  const caseId = await rejected(house);
  expect(kind(await reverse(house, 3, caseId, { dryRun: true }))).toBe('would-accept');
  expect(kind(await reverse(house, 3, caseId))).toBe('accepted');
  expect(kind(await reverse(house, 3, caseId))).toBe('accepted');
  expect(kind(await apply(house, 4))).toBe('application-open');
  expect(kind(await reject(house, 5, caseId, '2025-02-04'))).toBe('accepted');
  expect(kind(await apply(house, 6))).toBe('accepted');
  expect(await verifyChains(house.store)).toMatchObject({ faults: [], strangers: [] });
});

test('an application and a reversal at the same moment, in two processes: one case is open', async () => {
  for (let first = 0; first < 2; first += 1) {
    const here = openHouse();
    const caseId = await rejected(here);
    const there = openHouse(here.store, here.keyFile, here.keyStore);
    const both = [() => reverse(here, 3, caseId), () => apply(there, 4)];
    const outcomes = (
      await Promise.all(
        both
          .slice(first)
          .concat(both.slice(0, first))
          .map((each) => each()),
      )
    ).map(kind);
    expect(outcomes.filter((each) => each === 'accepted')).toHaveLength(1);
    expect(['application-open', 'contended']).toContain(outcomes.find((each) => each !== 'accepted'));
    expect(kind(await apply(here, 5))).toBe('application-open');
  }
});

test('a reversal that died after its claim is voided by the next application, and loses when it comes again', async () => {
  const house = openHouse();
  const caseId = await rejected(house);
  const dying = mortal(house);
  dying.dead = true;
  await expect(reverse(dying.house, 3, caseId)).rejects.toThrow('died here');
  expect(kind(await apply(house, 4))).toBe('accepted');
  // 0 application, 1 rejection, 2 the claim that was given up.
  expect((await house.service.loadCase(caseId))?.revision).toBe(2);
  dying.dead = false;
  expect(kind(await reverse(dying.house, 3, caseId))).toBe('application-open');
});

test('a reversal that died after its claim goes on with the same key', async () => {
  const house = openHouse();
  const caseId = await rejected(house);
  const dying = mortal(house);
  dying.dead = true;
  await expect(reverse(dying.house, 3, caseId)).rejects.toThrow('died here');
  dying.dead = false;
  expect(kind(await reverse(dying.house, 3, caseId))).toBe('accepted');
  expect(kind(await apply(house, 4))).toBe('application-open');
});
