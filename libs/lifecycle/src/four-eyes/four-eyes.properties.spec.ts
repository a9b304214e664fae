import { expect, test } from '@jest/globals';
import { date, iso } from '@kvp/calendar';
import fc from 'fast-check';
import { commands } from '../catalogue.ts';
import { foldCase } from '../evolve.ts';
import type { DomainEvent } from '../kernel/event.ts';
import { contextOn } from '../testing/context.ts';
import { applied, granted, started } from '../testing/events.ts';
import { decideUnderPolicy } from './propose.ts';
import { EVERYTHING } from './testing.ts';

const LIFE = [applied({ receivedOn: '2023-12-01' }), granted({ from: '2024-01-08', to: '2025-01-07' }), started('2024-01-08')];

/** Somebody does something with a decision, some days after the last: a proposal is one of the last that were made. */
const step = fc.record({
  by: fc.constantFrom('kari', 'ola', 'bo'),
  wait: fc.integer({ min: 0, max: 10 }),
  does: fc.oneof(
    fc.record({ name: fc.constant('extend'), months: fc.integer({ min: 1, max: 11 }) }),
    fc.record({ name: fc.constant('terminate'), months: fc.integer({ min: 1, max: 6 }) }),
    fc.record({
      name: fc.constantFrom('approve', 'approve', 'returnProposal', 'withdrawProposal'),
      months: fc.integer({ min: 0, max: 2 }),
    }),
  ),
});

interface Approval {
  readonly proposal: number;
  readonly by: string;
}

/** Plays the steps; what is refused leaves no trace. */
function play(steps: readonly (typeof step extends fc.Arbitrary<infer Step> ? Step : never)[]): {
  readonly history: readonly DomainEvent[];
  readonly approvals: readonly Approval[];
} {
  let history: readonly DomainEvent[] = LIFE;
  let today = date('2024-10-01');
  const approvals: Approval[] = [];
  for (const { by, wait, does } of steps) {
    today = today.add({ days: wait });
    const proposal = foldCase(history).proposals.at(-1 - does.months)?.recordedIn ?? 0;
    const until = iso(today.add({ months: does.months }));
    const bodies: Readonly<Record<string, object>> = {
      extend: { to: iso(date('2025-01-07').add({ months: does.months })), justification: 'Mer tid.' },
      terminate: { lastDay: until, reason: 'agreed', justification: 'Avtalt.', noticeGiven: true },
    };
    const context = contextOn(iso(today));
    const policy = { ...context.policy, ...EVERYTHING };
    const world = { ...context, policy, policyAt: () => policy, actor: { ...context.actor, id: by } };
    const body = bodies[does.name] ?? { proposal, reason: 'Begrunn.' };
    const { events = [] } = decideUnderPolicy(commands[does.name]!, foldCase(history), body, world);
    if (events[0]?.type === 'DecisionApproved') approvals.push({ proposal, by });
    history = [...history, ...events];
  }
  return { history, approvals };
}

test('whoever does what in whatever order: nobody approves what they drafted, nothing is decided unapproved or twice', () => {
  let approved = 0;
  fc.assert(
    fc.property(fc.array(step, { minLength: 5, maxLength: 30 }), (steps) => {
      const { history, approvals } = play(steps);
      const { proposals, decisions } = foldCase(history);
      approved += approvals.length;
      for (const { proposal, by } of approvals) {
        const of = proposals.find(({ recordedIn }) => recordedIn === proposal);
        expect(of).toMatchObject({ status: 'approved', content: null });
        expect(of?.drafters).not.toContain(by);
      }
      expect(new Set(approvals.map(({ proposal }) => proposal)).size).toBe(approvals.length);
      // The grant that the life begins with, and one for each approval.
      expect(decisions).toHaveLength(1 + approvals.length);
      const open = proposals.filter(({ status }) => status === 'open').map(({ command }) => command);
      expect(new Set(open).size).toBe(open.length);
      for (const { replaces, drafters } of proposals)
        for (const earlier of proposals.filter(({ recordedIn }) => recordedIn === replaces))
          expect(drafters).toEqual(expect.arrayContaining([...earlier.drafters]));
    }),
    { numRuns: 200 },
  );
  expect(approved).toBeGreaterThan(20);
});
