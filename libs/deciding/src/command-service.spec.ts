import { expect, test } from '@jest/globals';
import type { Refusal } from '@kvp/lifecycle';
import type { CommandOutcome } from './command-request.ts';
import { InvalidIdentityNumber, UnknownCommand } from './command-service.ts';
import { CASEWORKER, GRANT, openHouse } from './testing/house.ts';
import { verifyChains } from './verify-chains.ts';

const types = (outcome: CommandOutcome): readonly string[] =>
  outcome.kind === 'accepted' ? outcome.events.map(({ event }) => event.type) : [outcome.kind];
const codes = (outcome: CommandOutcome): readonly string[] =>
  outcome.kind === 'refused' ? outcome.refusals.map(({ code }: Refusal) => code) : [outcome.kind];

test('an application opens a case, and the case can be decided on', async () => {
  const { apply, grant, service } = openHouse();
  const applied = await apply(1);
  expect(types(applied)).toEqual(['ApplicationRegistered']);
  const { caseId } = applied as { caseId: string };
  expect(types(await grant(2, caseId))).toEqual(['ProgrammeGranted', 'StipendAwarded']);
  expect((await service.loadCase(caseId))?.revision).toBe(2);
});

test('the same command again gets the first answer, also when the case has moved on; with another body it is refused', async () => {
  const { apply, grant, opened, application, service, request } = openHouse();
  const caseId = await opened(1);
  const first = await grant(2, caseId);
  await service.execute({ ...request(3, 'start', { startedOn: '2025-02-03' }, '2025-02-03'), caseId });

  expect(await grant(2, caseId)).toEqual({ ...first, repeated: true });
  expect(await apply(1)).toMatchObject({ kind: 'accepted', caseId, revision: 0, repeated: true });
  expect(await service.execute({ ...request(2, 'grant', { ...GRANT, to: '2026-01-31' }, '2025-01-20'), caseId })).toEqual({
    kind: 'key-reused',
  });
  expect(await service.execute(request(1, 'apply', { ...application(), channel: 'digital' }, '2025-01-06'))).toEqual({
    kind: 'key-reused',
  });
  expect(await grant(2, await opened(4, 1))).toEqual({ kind: 'key-reused' });
});

test('the key of an application that was made elsewhere gets nothing of it', async () => {
  const { apply, service, request, application } = openHouse();
  await apply(1);
  const again = (more: object) => service.execute({ ...request(1, 'apply', application(), '2025-01-06'), ...more });
  expect(await again({ actor: { ...CASEWORKER, municipality: '0301' } })).toEqual({ kind: 'key-reused' });
  expect(await again({ withinOffice: 'another' })).toEqual({ kind: 'key-reused' });
  expect(await again({ withinOffice: CASEWORKER.office })).toMatchObject({ kind: 'accepted', repeated: true });
});

test('a person has one open application in a municipality, also when two come at the same moment', async () => {
  const { apply, service, request, application } = openHouse();
  const [one, other] = await Promise.all([apply(1), apply(2)]);
  expect([one.kind, other.kind].sort()).toEqual(['accepted', 'refused']);
  expect(codes(await apply(3))).toEqual(['application-open']);

  const elsewhere = { ...CASEWORKER, municipality: '0301' };
  expect(types(await service.execute(request(4, 'apply', application(), '2025-01-06', { actor: elsewhere })))).toEqual([
    'ApplicationRegistered',
  ]);
});

test('two processes that take the same application at the same moment open one case', async () => {
  const here = openHouse();
  const there = openHouse(here.store, here.keyFile, here.keyStore);
  const outcomes = await Promise.all([here.apply(1), there.apply(2)]);
  expect(outcomes.filter(({ kind }) => kind === 'accepted')).toHaveLength(1);
  const loser = outcomes.find(({ kind }) => kind !== 'accepted');
  expect(['refused', 'contended']).toContain(loser?.kind);
  expect(codes(await here.apply(3))).toEqual(['application-open']);
});

test('a claim whose case was never written is voided by the next application, and its own writer then loses', async () => {
  const house = openHouse();
  const dying = { ...house.store, append: house.store.append.bind(house.store) };
  const { append } = dying;
  dying.append = (stream, ...rest) => (stream.startsWith('case-') ? Promise.reject(new Error('died here')) : append(stream, ...rest));
  const dead = openHouse(Object.setPrototypeOf(dying, house.store) as typeof house.store, house.keyFile, house.keyStore);
  await expect(dead.apply(1)).rejects.toThrow('died here');

  expect(types(await house.apply(2))).toEqual(['ApplicationRegistered']);
  expect(codes(await house.apply(1))).toEqual(['application-open']);
});

test('an application that died between claim and case goes on with the same key', async () => {
  const house = openHouse();
  let alive = false;
  const store = Object.create(house.store) as typeof house.store;
  store.append = (stream, ...rest) =>
    stream.startsWith('case-') && !alive ? Promise.reject(new Error('died here')) : house.store.append(stream, ...rest);
  const dead = openHouse(store, house.keyFile, house.keyStore);
  await expect(dead.apply(1)).rejects.toThrow('died here');
  alive = true;
  expect(types(await house.apply(1))).toEqual(['ApplicationRegistered']);
});

test('a named revision that is not the head is stale, whatever the command would say', async () => {
  const { grant, opened } = openHouse();
  const caseId = await opened(1);
  expect(await grant(2, caseId, { expectedRevision: 7 })).toEqual({ kind: 'stale', caseId, expected: 7, actual: 0 });
  expect((await grant(3, caseId, { expectedRevision: 0 })).kind).toBe('accepted');
});

test('a refusal from a kept state is checked against the head of the stream', async () => {
  const here = openHouse();
  const caseId = await here.opened(1);
  const there = openHouse(here.store, here.keyFile, here.keyStore);
  expect(codes(await here.service.execute({ ...here.request(2, 'start', { startedOn: '2025-02-03' }, '2025-02-03'), caseId }))).not.toEqual(
    ['accepted'],
  );
  await there.grant(3, caseId);
  // Here the case is still kept as it was before the grant.
  expect((await here.service.execute({ ...here.request(4, 'start', { startedOn: '2025-02-03' }, '2025-02-03'), caseId })).kind).toBe(
    'accepted',
  );
});

test('a dry run says what would happen and writes nothing', async () => {
  const { apply, grant, opened, service, store } = openHouse();
  expect(await apply(9, 5, { dryRun: true })).toMatchObject({ kind: 'would-accept' });
  expect(await store.head()).toBeNull();
  const caseId = await opened(1);
  const before = await store.head();
  expect(await grant(2, caseId, { dryRun: true })).toMatchObject({ kind: 'would-accept', revision: 0 });
  expect(await store.head()).toBe(before);
  expect((await service.loadCase(caseId))?.state.grant).toBeNull();
});

test('another municipality’s case is as if it were not there', async () => {
  const { grant, opened, service } = openHouse();
  const caseId = await opened(1);
  const foreign = { ...CASEWORKER, municipality: '0301' };
  const now = Temporal.Instant.from('2025-01-20T10:00:00Z');
  expect(await grant(2, caseId, { actor: foreign })).toEqual({ kind: 'not-found' });
  expect(await service.availableCommands(caseId, foreign, now)).toBeNull();
  expect(await grant(3, '00000000-0000-5000-8000-000000000000')).toEqual({ kind: 'not-found' });
});

test('fifty commands at once on one case: each is carried out once, in some order, and the chain holds', async () => {
  const { opened, grant, service, request, store } = openHouse();
  const caseId = await opened(1);
  await grant(2, caseId);
  const outcomes = await Promise.all(
    Array.from({ length: 50 }, (_, i) =>
      service.execute({ ...request(100 + i, 'start', { startedOn: '2025-02-03' }, '2025-02-03'), caseId }),
    ),
  );
  expect(outcomes.filter(({ kind }) => kind === 'accepted')).toHaveLength(1);
  expect(outcomes.filter(({ kind }) => kind === 'refused')).toHaveLength(49);
  expect(await verifyChains(store)).toMatchObject({ faults: [] });
});

test('no stored event holds an identity number, a name, a birth date or a municipality in the clear', async () => {
  const { opened, grant, store, application } = openHouse();
  await grant(2, await opened(1));
  const { identityNumber } = application();
  let text = '';
  for await (const page of store.subscribeAll()) {
    text += JSON.stringify(page.events);
    if (page.caughtUp) break;
  }
  for (const secret of [identityNumber, 'Prøve', '1990-04-02', '4204', '1001']) expect(text).not.toContain(`"${secret}`);
  expect(text).not.toContain(identityNumber);
});

test('an unknown command and a number with wrong check digits are errors that hold nothing personal', async () => {
  const { service, request, application } = openHouse();
  await expect(service.execute(request(1, 'constructor', {}, '2025-01-06'))).rejects.toThrow(UnknownCommand);
  const wrong = { ...application(), identityNumber: '01010112345' };
  const failure = service.execute(request(2, 'apply', wrong, '2025-01-06'));
  await expect(failure).rejects.toThrow(InvalidIdentityNumber);
  await expect(failure).rejects.not.toThrow(/01010112345/);
});

test('the clock of a stream does not run backwards', async () => {
  const { opened, grant, store } = openHouse();
  const caseId = await opened(1);
  const early = { now: Temporal.Instant.from('2025-01-06T09:00:00Z') };
  expect((await grant(2, caseId, early)).kind).toBe('accepted');
  const times: string[] = [];
  for await (const { metadata } of store.readStream(`case-${caseId}`)) times.push(metadata.recordedAt as string);
  expect(times).toEqual([...times].sort());
});
