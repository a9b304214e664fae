import { expect, test } from '@jest/globals';
import { date, iso } from '@kvp/calendar';
import { commands } from '../catalogue.ts';
import { foldCase } from '../evolve.ts';
import type { DomainEvent } from '../kernel/event.ts';
import { FOUR_EYES_COMMANDS } from '../kernel/policy.ts';
import { CASE_EXAMPLES, COMMAND_CASES, COMMAND_EXAMPLES, EXAMPLE_TODAY } from '../testing/examples.ts';
import { contextOn } from '../testing/context.ts';
import { schemaFaults } from '../testing/registry.ts';
import { decisionProposed } from './four-eyes.events.ts';
import { decideUnderPolicy } from './propose.ts';
import { EVERYTHING } from './testing.ts';

const context = contextOn(EXAMPLE_TODAY);
const policy = { ...context.policy, ...EVERYTHING };
const proposing = { ...context, policy, policyAt: () => policy };
const approving = { ...proposing, actor: { ...context.actor, id: 'another', role: 'approver' as const } };

interface Asked {
  readonly name: string;
  readonly at: string;
  readonly history: readonly DomainEvent[];
  readonly body: object;
  readonly alone: readonly DomainEvent[];
}

/** Every decision that the examples can make, in every phase that allows it. */
const decisions: readonly Asked[] = FOUR_EYES_COMMANDS.flatMap((name) =>
  Object.entries(CASE_EXAMPLES).flatMap(([at, events]) =>
    (COMMAND_EXAMPLES[name] ?? []).flatMap((told) => {
      const body = { ...commands[name]?.fillIn?.(told), ...told };
      const history = [...events, ...(COMMAND_CASES[name] ?? [])];
      const alone = commands[name]?.decide(foldCase(history), body, context).events ?? [];
      return alone.length === 0 ? [] : { name, at, history, body, alone };
    }),
  ),
);

test('the examples make more than one decision of this spec', () => {
  expect(new Set(decisions.map(({ name }) => name)).size).toBeGreaterThan(3);
});

test.each(decisions)('$name of a case that is $at is the same decision with four eyes and without', ({ name, history, body, alone }) => {
  const proposal = decideUnderPolicy(commands[name]!, foldCase(history), body, proposing).events ?? [];
  expect(proposal.map(({ type }) => type)).toEqual(['DecisionProposed']);
  expect(schemaFaults(decisionProposed.schema.data, proposal[0]?.data, 'data')).toEqual([]);
  expect(schemaFaults(decisionProposed.schema.personal!, proposal[0]?.personal, 'personal')).toEqual([]);

  const waiting = [...history, ...proposal];
  const approval = decideUnderPolicy(commands['approve']!, foldCase(waiting), { proposal: history.length }, approving).events ?? [];
  expect(approval).toEqual([
    { type: 'DecisionApproved', version: 1, data: { proposal: history.length, settledOn: EXAMPLE_TODAY }, personal: null },
    ...alone,
  ]);
});

test.each(decisions)('$name of a case that is $at is the same decision when it is approved the day after', ({ name, history, body }) => {
  const proposal = decideUnderPolicy(commands[name]!, foldCase(history), body, proposing).events ?? [];
  const tomorrow = { ...approving, ...contextOn(iso(date(EXAMPLE_TODAY).add({ days: 1 }))), actor: approving.actor };
  const { refusals = [] } = commands['approve']!.decide(foldCase([...history, ...proposal]), { proposal: history.length }, tomorrow);
  // What a later day makes unlawful is another matter; a field that only restates the day stands in `restatesDay`.
  expect(refusals.filter(({ code }) => code === 'outcome-differs')).toEqual([]);
});
