import { describe, expect, test } from '@jest/globals';
import { date } from '@kvp/calendar';
import type { EventStore, Position } from '@kvp/event-store';
import { rulebook } from '@kvp/rulebook';
import { readCaseEvents } from '../case/case-log.ts';
import { ratesBook } from '../rates/rates.ts';
import { openHouse } from '../testing/house.ts';
import { createClockRecorder } from '../tick/record-due.ts';
import { type Deciding, THIS_RELEASE, decideAgain } from './decide-again.ts';
import { replayDecisions } from './replay-decisions.ts';

const NOTHING_BESIDE = { policyRows: async () => [], rates: ratesBook([]) };
const OPERATIONS = { id: 'drift', role: 'operations', municipality: '4204', office: '1001' } as const;
const APPROVER = { id: 'beslutter-1', role: 'approver', municipality: '4204', office: '1001' } as const;

/** A case that was granted to 2 February 2026 and begun; its period ran out, and the clock wrote it down. */
async function lapsed() {
  const house = openHouse();
  const caseId = await house.opened(1);
  await house.grant(2, caseId);
  const send = (n: number, name: string, input: Parameters<typeof house.request>[2], on: string, more = {}) =>
    house.service.execute({ ...house.request(n, name, input, on, more), caseId });
  expect(await send(3, 'start', { startedOn: '2025-02-03' }, '2025-02-03')).toMatchObject({ kind: 'accepted' });
  const clock = createClockRecorder({ store: house.store, keys: house.keys, codeVersion: 'test', correlationId: 'tick' });
  await clock.record(caseId, date('2026-02-10'), Temporal.Instant.from('2026-02-10T10:00:00Z'));
  const setPolicy = (n: number, policy: object, on: string) =>
    house.service.setPolicy({
      ...{ commandId: `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`, correlationId: 'test', actor: OPERATIONS },
      ...{ now: Temporal.Instant.from(`${on}T10:00:00Z`), municipality: '4204', policy: policy as never },
    });
  return { ...house, caseId, send, setPolicy };
}

const replayOf = (house: { store: EventStore; keys: Parameters<typeof replayDecisions>[0]['keys'] }, deciding: Deciding = THIS_RELEASE) =>
  replayDecisions(house, { deciding });

test('what was decided is decided again: same events, by people and by the clock', async () => {
  expect(await replayOf(await lapsed())).toMatchObject({ cases: 1, commands: 4, differences: [], complete: true });
});

describe('four eyes and policy', () => {
  test('a proposal and its approval are decided again on the policy of their moment, not on that of today', async () => {
    const house = await lapsed();
    await house.setPolicy(10, { effectiveFrom: '2026-02-01', fourEyes: ['extend'] }, '2026-02-11');
    const extend = { to: '2026-12-31', justification: 'Trenger mer tid.' };
    const proposed = await house.send(11, 'extend', extend, '2026-02-12');
    expect(proposed).toMatchObject({ kind: 'accepted', events: [{ event: { type: 'DecisionProposed' } }] });
    const revision = proposed.kind === 'accepted' ? proposed.revision : -1;
    const approved = await house.send(12, 'approve', { proposal: revision }, '2026-02-13', { actor: APPROVER });
    expect(approved).toMatchObject({ kind: 'accepted' });
    // Set afterwards, from a day before: what was decided keeps the policy that it names.
    await house.setPolicy(13, { effectiveFrom: '2025-01-01', fourEyes: ['grant'] }, '2026-02-14');
    expect(await replayOf(house)).toMatchObject({ commands: 6, differences: [] });
  });
});

describe('a changed rule is noticed, and named', () => {
  /** The law as it is, but for the longest decision period: none. KVPF § 2 says a year. */
  const noPeriod: Deciding = {
    ...THIS_RELEASE,
    lawAt(...asked) {
      const law = rulebook.at(...asked);
      const perDecisionYears = { ...law.duration.perDecisionYears, value: 0 };
      return { ...law, duration: { ...law.duration, perDecisionYears } };
    },
  };

  test('as a refusal with its code, by case, revision and command', async () => {
    const house = await lapsed();
    const { differences } = await replayOf(house, noPeriod);
    expect(differences).toContainEqual({
      ...{ caseId: house.caseId, revision: 1, command: 'grant', what: 'refused' },
      fields: expect.arrayContaining(['period-too-long']),
    });
  });

  test('as the field that comes out otherwise, and never with its value', async () => {
    const house = await lapsed();
    const start = THIS_RELEASE.commands['start']!;
    const lenient: Deciding = {
      ...THIS_RELEASE,
      commands: {
        ...THIS_RELEASE.commands,
        start: {
          ...start,
          decide(...asked) {
            const decision = start.decide(...asked);
            const events = decision.events?.map((event) => ({ ...event, data: { ...event.data, ordinaryDays: 731 } }));
            return events === undefined ? decision : { events };
          },
        },
      },
    };
    expect((await replayOf(house, lenient)).differences).toEqual([
      { caseId: house.caseId, revision: 3, command: 'start', what: 'field', fields: ['ProgrammeStarted.ordinaryDays'] },
    ]);
  });

  test('as a command that is gone, and an event more or less', async () => {
    const house = await lapsed();
    const { start: _, ...others } = THIS_RELEASE.commands;
    expect((await replayOf(house, { ...THIS_RELEASE, commands: others })).differences).toMatchObject([
      { revision: 3, command: 'start', what: 'unknown-command' },
    ]);
    const events = await readCaseEvents(house, house.caseId);
    const without = events.filter(({ event }) => event.type !== 'StipendAwarded');
    const { differences } = await decideAgain(house.caseId, without, house.keys, NOTHING_BESIDE);
    expect(differences).toContainEqual(expect.objectContaining({ command: 'grant', what: 'added', fields: ['StipendAwarded'] }));
  });

  test('as what the clock would not have recorded', async () => {
    const house = await lapsed();
    const events = await readCaseEvents(house, house.caseId);
    const changed = events.map((each) =>
      each.event.type === 'PeriodExpiredWithoutDecision'
        ? { ...each, event: { ...each.event, data: { decidedUntil: '2026-02-03' } } }
        : each,
    );
    expect((await decideAgain(house.caseId, changed, house.keys, NOTHING_BESIDE)).differences).toMatchObject([
      { command: 'tick', what: 'field', fields: ['PeriodExpiredWithoutDecision.decidedUntil'] },
    ]);
  });
});

test('it can be stopped, and goes on with the cases that are left', async () => {
  const house = await lapsed();
  await house.opened(20, 5);
  await house.opened(21, 6);
  const stop = new AbortController();
  const first = await replayDecisions(house, { signal: stop.signal, onProgress: () => stop.abort() });
  expect(first).toMatchObject({ cases: 1, complete: false });
  const rest = await replayDecisions(house, { after: first.after as Position });
  expect(rest).toMatchObject({ cases: 2, commands: 2, differences: [], complete: true });
});

test('an empty log has nothing to decide', async () => {
  expect(await replayDecisions(openHouse())).toEqual({ cases: 0, commands: 0, differences: [], complete: true, after: null });
});
