import { expect, test } from '@jest/globals';
import type { Actor, FourEyesCommand } from '@kvp/lifecycle';
import type { CommandOutcome, CommandRequest } from '../command-request.ts';
import { CASEWORKER, GRANT, openHouse } from '../testing/house.ts';
import { verifyChains } from '../verify-chains.ts';

const BO: Actor = { id: 'bo', role: 'approver', municipality: '4204', office: '1002' };

const types = (outcome: CommandOutcome): readonly string[] =>
  outcome.kind === 'accepted' ? outcome.events.map(({ event }) => event.type) : [outcome.kind];
const codes = (outcome: CommandOutcome): readonly string[] =>
  outcome.kind === 'refused' ? outcome.refusals.map(({ code }) => code) : [outcome.kind];

/** A case that waits for its grant, in a municipality that has grants approved from 1 January 2025. */
async function house(fourEyes: readonly FourEyesCommand[] = ['grant']) {
  const opened = openHouse();
  const { service, request, grant } = opened;
  const settle = (n: number, effectiveFrom: '2025-01-01' | '2025-01-21', commands: readonly FourEyesCommand[]) =>
    service.setPolicy({
      ...request(n, 'policy', {}, '2025-01-02'),
      actor: { ...CASEWORKER, id: 'drift', role: 'operations' },
      municipality: '4204',
      policy: { effectiveFrom, fourEyes: [...commands] },
    });
  await settle(900, '2025-01-01', fourEyes);
  const caseId = await opened.opened(1);
  const ask = (n: number, name: string, input: CommandRequest['input'], actor: Actor, more: Partial<CommandRequest> = {}) =>
    service.execute({ ...request(n, name, input, '2025-01-21', { actor, ...more }), caseId });
  const propose = (n: number, more: Partial<CommandRequest> = {}) => grant(n, caseId, more);
  const approve = (n: number, proposal: number, more: Partial<CommandRequest> = {}, actor = BO) =>
    ask(n, 'approve', { proposal }, actor, more);
  return { ...opened, caseId, settle, ask, propose, approve };
}

test('what one proposes, another approves: then the decision stands as it would have been', async () => {
  const { propose, approve, caseId, service, store } = await house();
  expect(types(await propose(2))).toEqual(['DecisionProposed']);
  expect((await service.loadCase(caseId))?.state.grant).toBeNull();
  const approved = await approve(3, 1);
  expect(types(approved)).toEqual(['DecisionApproved', 'ProgrammeGranted', 'StipendAwarded']);
  expect(approved).toMatchObject({ events: [{}, { event: { data: { decidedOn: '2025-01-21', from: GRANT.from } } }, {}] });
  expect((await service.loadCase(caseId))?.state.decisions).toMatchObject([{ revision: 3, kind: 'grant' }]);
  expect(await verifyChains(store)).toMatchObject({ faults: [] });
});

test('without the policy, or before it counts, the same person decides at once', async () => {
  const other = await house(['terminate']);
  expect(types(await other.propose(2))).toEqual(['ProgrammeGranted', 'StipendAwarded']);
  const later = await house([]);
  await later.settle(901, '2025-01-21', ['grant']);
  // Decided on 20 January, the day before the policy takes effect.
  expect(types(await later.propose(2))).toEqual(['ProgrammeGranted', 'StipendAwarded']);
  const inForce = await house([]);
  await inForce.settle(901, '2025-01-21', ['grant']);
  expect(types(await inForce.ask(2, 'grant', GRANT, CASEWORKER))).toEqual(['DecisionProposed']);
});

test('nothing is written by an approval of the author, of what is settled, or of what has become another decision', async () => {
  const { propose, approve, ask, store, caseId } = await house(['grant', 'reject']);
  await propose(2);
  const head = () => store.head(`case-${caseId}`);
  expect(codes(await approve(3, 1, {}, { ...BO, id: CASEWORKER.id }))).toEqual(['drafted-by-approver']);
  expect(codes(await approve(4, 0))).toEqual(['proposal-not-found']);
  expect(await head()).toBe(1);
  expect(types(await ask(5, 'returnProposal', { proposal: 1, reason: 'Begrunn nærmere.' }, BO))).toEqual(['DecisionReturned']);
  expect(codes(await approve(6, 1))).toEqual(['proposal-settled']);
  expect(await head()).toBe(2);

  expect(types(await propose(7))).toEqual(['DecisionProposed']);
  expect(types(await ask(8, 'reject', { ground: 'conditionsNotMet', justification: 'Nei.' }, CASEWORKER))).toEqual(['DecisionProposed']);
  expect(types(await approve(9, 4))).toEqual(['DecisionApproved', 'ApplicationRejected']);
  expect(codes(await approve(10, 3))).toEqual(['proposal-no-longer-possible', 'application-already-decided']);
  expect(codes(await approve(11, 4))).toEqual(['proposal-settled']);
  expect(await head()).toBe(6);
});

test('two approvers at the same moment: one approves, and the other is told', async () => {
  const { propose, approve } = await house();
  await propose(2);
  const outcomes = await Promise.all([approve(3, 1), approve(4, 1, {}, { ...BO, id: 'lise' })]);
  expect(outcomes.flatMap(codes).sort()).toEqual(['accepted', 'proposal-settled']);
});

test('the same proposal and the same approval again get their first answers', async () => {
  const { propose, approve } = await house();
  const first = await propose(2);
  const approved = await approve(3, 1);
  expect(await propose(2)).toEqual({ ...first, repeated: true });
  expect(await approve(3, 1)).toEqual({ ...approved, repeated: true });
  expect(await approve(2, 1)).toEqual({ kind: 'key-reused' });
});

test('an approval that named another revision than the case stands at is stale', async () => {
  const { propose, approve, caseId } = await house();
  await propose(2);
  expect(await approve(3, 1, { expectedRevision: 0 })).toEqual({ kind: 'stale', caseId, expected: 0, actual: 1 });
  expect(types(await approve(4, 1, { expectedRevision: 1 }))).toContain('DecisionApproved');
});

test('a dry run shows the proposal, and what the decision would change in the payments', async () => {
  const { propose, approve, ask, store, caseId } = await house(['grant', 'extend']);
  await propose(2);
  expect(await approve(3, 1, { dryRun: true })).toMatchObject({ kind: 'would-accept', events: [{ type: 'DecisionApproved' }, {}, {}] });
  await approve(4, 1);
  await ask(5, 'start', { startedOn: '2025-02-03' }, CASEWORKER, { now: Temporal.Instant.from('2025-02-03T10:00:00Z') });
  const dry = await ask(6, 'extend', { to: '2026-03-02', justification: 'Mer tid.' }, CASEWORKER, {
    now: Temporal.Instant.from('2026-01-12T10:00:00Z'),
    dryRun: true,
  });
  expect(dry).toMatchObject({ kind: 'would-accept', events: [{ type: 'DecisionProposed' }] });
  // The extension is from 3 February to 2 March 2026: 20 stipend days, of which 18 in February.
  expect(dry.kind === 'would-accept' && dry.schedule.months.map(({ month }) => month)).toEqual(['2026-02', '2026-03']);
  expect(await store.head(`case-${caseId}`)).toBe(5);
});

test('what may be done now says which decisions another must approve', async () => {
  const { service, caseId } = await house();
  const available = await service.availableCommands(caseId, CASEWORKER, Temporal.Instant.from('2025-01-20T10:00:00Z'));
  expect(available?.commands.filter(({ needsApproval }) => needsApproval).map(({ name }) => name)).toEqual(['grant']);
});

test('whoever is to approve sees what was proposed, what it would be now, and what differs', async () => {
  const { propose, ask, service, caseId, approve } = await house(['grant', 'reject']);
  await propose(2);
  const look = (actor = BO) => service.proposals(caseId, actor, Temporal.Instant.from('2025-01-22T10:00:00Z'));
  expect(await look()).toMatchObject({
    revision: 1,
    proposals: [
      {
        ...{ proposal: 1, command: 'grant', title: 'Innvilg program', input: GRANT, status: 'open', replaces: null },
        ...{ proposedBy: CASEWORKER.id, drafters: [CASEWORKER.id], proposed: [{ type: 'ProgrammeGranted' }, { type: 'StipendAwarded' }] },
        now: { outcome: [{ data: { decidedOn: '2025-01-22' } }, {}], differences: [], refusals: [] },
      },
    ],
  });
  expect((await look(CASEWORKER))?.proposals[0]?.now?.refusals.map(({ code }) => code)).toEqual(['drafted-by-approver']);

  await ask(3, 'reject', { ground: 'conditionsNotMet', justification: 'Nei.' }, CASEWORKER);
  await approve(4, 2);
  const after = (await look())?.proposals;
  expect(after?.map(({ status, now }) => [status, now?.outcome])).toEqual([
    ['open', []],
    ['approved', undefined],
  ]);
  expect(after?.[0]?.now?.refusals.map(({ code }) => code)).toEqual(['proposal-no-longer-possible', 'application-already-decided']);
});

test('the proposals of another office or municipality are as if they were not there', async () => {
  const { propose, service, caseId } = await house();
  await propose(2);
  const now = Temporal.Instant.from('2025-01-22T10:00:00Z');
  expect(await service.proposals(caseId, { ...BO, municipality: '0301' }, now)).toBeNull();
  expect(await service.proposals(caseId, CASEWORKER, now, 'another')).toBeNull();
  expect(await service.proposals('00000000-0000-5000-8000-000000000000', BO, now)).toBeNull();
});
