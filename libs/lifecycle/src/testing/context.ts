import { date } from '@kvp/calendar';
import { rulebook } from '@kvp/rulebook';
import { commands } from '../catalogue.ts';
import type { Actor, Context } from '../kernel/command.ts';
import { DEFAULT_POLICY } from '../kernel/policy.ts';

export const CASEWORKER: Actor = { id: 'a-caseworker', role: 'caseworker', municipality: '4204', office: 'Nav Kristiansand' };

/** A context of a day: the caseworker of the examples, the default policy and the law of `lawOn`, today when left out. */
export function contextOn(today: string, lawOn: string = today): Context {
  const now = date(today);
  return {
    today: now,
    actor: CASEWORKER,
    policy: DEFAULT_POLICY,
    law: rulebook.at(date(lawOn), now),
    lawAt: (day) => rulebook.at(day, now),
    policyAt: () => DEFAULT_POLICY,
    commands,
    applicant: { personId: 'a-person', openCase: false },
  };
}
