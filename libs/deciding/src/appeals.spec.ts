import { expect, test } from '@jest/globals';
import type { CommandOutcome } from './command-request.ts';
import { CASEWORKER, openHouse } from './testing/house.ts';

type House = ReturnType<typeof openHouse>;

const REJECTION = {
  ground: 'conditionsNotMet',
  conditions: [{ condition: 'income', met: false, reason: 'Søkeren har rett til dagpenger.' }],
  justification: 'Søkeren kan forsørge seg med dagpenger.',
};
const HANDLER = { ...CASEWORKER, id: 'appeal-handler-1', role: 'appealHandler' } as const;
/** The caseworker who made the decision, handling appeals today. */
const SAME = { ...CASEWORKER, role: 'appealHandler' } as const;

const kind = (outcome: CommandOutcome): string =>
  outcome.kind === 'refused' ? outcome.refusals.map(({ code }) => code).join() : outcome.kind;

/** Rejected by the caseworker on 20 January, told the same day, appealed on 3 February 2025. */
async function appealed(house: House): Promise<string> {
  const caseId = await house.opened(1);
  const { service, request } = house;
  await service.execute({ ...request(2, 'reject', REJECTION, '2025-01-20'), caseId });
  await service.execute({ ...request(3, 'notifyDecision', { channel: 'oral', sentOn: '2025-01-20' }, '2025-01-20'), caseId });
  expect(kind(await service.execute({ ...request(4, 'appeal', { receivedOn: '2025-02-03' }, '2025-02-03'), caseId }))).toBe('accepted');
  return caseId;
}

const reconsider = ({ service, request }: House, n: number, caseId: string, actor: typeof SAME | typeof HANDLER) =>
  service.execute({
    ...request(n, 'reconsider', { outcome: 'upheld', justification: 'Ikke noe nytt.' }, '2025-02-10', { actor }),
    caseId,
  });

test('whoever made a decision is kept from its appeal, also by a process that reads it from the log (FVL § 6)', async () => {
  const house = openHouse();
  const caseId = await appealed(house);
  expect(kind(await reconsider(house, 5, caseId, SAME))).toBe('made-the-decision');
  const elsewhere = openHouse(house.store, house.keyFile, house.keyStore);
  expect(kind(await reconsider(elsewhere, 6, caseId, SAME))).toBe('made-the-decision');
  expect(kind(await reconsider(elsewhere, 7, caseId, HANDLER))).toBe('accepted');
});

test('what the party and the office wrote is nowhere in the clear', async () => {
  const house = openHouse();
  const caseId = await appealed(house);
  await reconsider(house, 5, caseId, HANDLER);
  const statement = 'Vilkåret om inntekt er ikke oppfylt.';
  const incompleteReason = 'Brevet til søkeren ettersendes.';
  const forwarded = await house.service.execute({
    ...house.request(6, 'forwardAppeal', { on: '2025-02-10', statement, incompleteReason }, '2025-02-10', { actor: HANDLER }),
    caseId,
  });
  expect(kind(forwarded)).toBe('accepted');
  const stored: unknown[] = [];
  for await (const event of house.store.readStream(`case-${caseId}`)) stored.push(event);
  expect(JSON.stringify(stored)).toContain('AppealForwarded');
  for (const secret of ['Ikke noe nytt', statement, incompleteReason, 'dagpenger']) expect(JSON.stringify(stored)).not.toContain(secret);
});

test('two outcomes at the same moment: one is registered, the other refused', async () => {
  const house = openHouse();
  const caseId = await appealed(house);
  await reconsider(house, 5, caseId, HANDLER);
  const { service, request } = house;
  const send = (n: number, name: string, input: Parameters<typeof request>[2]) =>
    service.execute({ ...request(n, name, input, '2025-05-12', { actor: HANDLER }), caseId });
  await send(6, 'forwardAppeal', { on: '2025-02-10', statement: 'Vedtaket blir stående.', incompleteReason: 'Brevet ettersendes.' });
  const outcomes = await Promise.all(
    ['changed', 'confirmed'].map((outcome, n) => send(7 + n, 'registerOutcome', { decidedOn: '2025-05-12', outcome })),
  );
  expect(outcomes.map(kind).sort()).toEqual(['accepted', 'appeal-already-decided']);
});
