import { date, iso, latest } from '@kvp/calendar';
import type { Law } from '@kvp/rulebook';
import { expect } from '@jest/globals';
import { caseEvents } from '../catalogue.ts';
import { foldCase } from '../evolve.ts';
import { decideUnderPolicy } from '../four-eyes/propose.ts';
import type { Actor, Applicant, Decision } from '../kernel/command.ts';
import type { DomainEvent } from '../kernel/event.ts';
import type { MunicipalityPolicy } from '../kernel/policy.ts';
import type { CaseState } from '../kernel/state.ts';
import type { Asked } from './commands.ts';
import { contextOn } from './context.ts';
import { applied } from './events.ts';

/** What a test may say about the world around the case. */
export interface World {
  /** Left out: the date that the command bears, else the last day that the given events count from. */
  readonly today?: string;
  readonly law?: Law;
  readonly applicant?: Applicant;
  /** The settings that are not the defaults, from the first day on. */
  readonly policy?: Partial<MunicipalityPolicy>;
  /** Opaque id of who acts. */
  readonly by?: Actor['id'];
}

/** What a case has behind it. A life that does not begin with an application gets one, received on the day of its first event. */
export const given = (...events: readonly DomainEvent[]) => ({
  when: (asked: Asked, world: World = {}) => outcome(decided(asked, beginning(events), world)),
  /** The state itself, for what is asked of a state. */
  get state(): CaseState {
    return foldCase(beginning(events));
  },
});

const outcome = (decision: Decision) => ({
  decision,
  /** Exactly these events, in this order; of each only the fields that are written here. No event when called with none. */
  then: (...expected: readonly { readonly type: string; readonly data?: object; readonly personal?: object | null }[]): void => {
    expect(decision.refusals ?? []).toEqual([]);
    expect(decision.events).toMatchObject(expected);
    expect(decision.events).toHaveLength(expected.length);
  },
  /** Exactly these refusals, in any order. */
  thenRefused: (...codes: readonly string[]): void => {
    expect((decision.refusals ?? []).map(({ code }) => code).sort()).toEqual([...codes].sort());
    expect(codes).not.toHaveLength(0);
  },
});

function beginning(events: readonly DomainEvent[]): readonly DomainEvent[] {
  const [first] = events;
  if (first === undefined || first.type === 'ApplicationRegistered' || first.type === 'ClaimAbandoned') return events;
  const decidedOn = 'decidedOn' in first.data ? (first.data.decidedOn as ReturnType<typeof dayOf>) : dayOf(first);
  return [applied(decidedOn === undefined ? {} : { receivedOn: decidedOn }), ...events];
}

const dayOf = (event: DomainEvent) => caseEvents[event.type]?.effectiveOn(event);

function decided({ definition, body }: Asked, events: readonly DomainEvent[], { today, law, applicant, policy, by }: World): Decision {
  const day = today ?? commandDay({ definition, body }, events);
  const context = contextOn(day, definition.lawOn(body) ?? day);
  const settled = { ...context.policy, ...policy };
  const world = {
    ...context,
    actor: { ...context.actor, id: by ?? context.actor.id },
    policy: settled,
    policyAt: () => settled,
    law: law ?? context.law,
    ...(applicant === undefined ? {} : { applicant }),
  };
  return decideUnderPolicy(definition, foldCase(events), body, world);
}

function commandDay({ definition, body }: Asked, events: readonly DomainEvent[]): string {
  const own = definition.lawOn(body);
  const [first, ...rest] = (own === undefined ? events.map(dayOf) : [own]).flatMap((day) => (day === undefined ? [] : date(day)));
  return first === undefined ? '2025-01-06' : iso(latest(first, ...rest));
}
