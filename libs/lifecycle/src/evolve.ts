import { caseEvents } from './catalogue.ts';
import type { AnyEvent } from './kernel/definitions.ts';
import { COMMAND_OF, type DecisionKind, madeDecision } from './kernel/state/decisions.ts';
import { carriedOutBy, withAppeal } from './kernel/state/appeals.ts';
import type { DomainEvent } from './kernel/event.ts';
import { type CaseState, initialState } from './kernel/state.ts';

/** A stored event that this release has no definition for, or no way to read the version of. */
export class UnknownEventType extends Error {
  constructor(type: string, version: number) {
    super(`This release cannot read events of type ${type}, version ${String(version)}.`);
    this.name = 'UnknownEventType';
  }
}

/** The state after one more event of the case. Throws UnknownEventType. */
export function evolve(state: CaseState, event: DomainEvent): CaseState {
  const definition = caseEvents[event.type];
  if (definition === undefined) throw new UnknownEventType(event.type, event.version);
  const revision = state.revision + 1;
  const after = definition.evolve({ ...state, revision }, event);
  if (definition.decision !== undefined) return withDecision(after, definition.decision, event);
  return definition.retract === undefined ? after : { ...after, facts: [...after.facts, { recordedIn: revision, type: event.type }] };
}

/** The same for an event of the log, of which it is known who recorded it (opaque id). Throws UnknownEventType. */
export function evolveBy(state: CaseState, event: DomainEvent, by: string): CaseState {
  const after = evolve(state, event);
  const made = after.decisions.at(-1);
  if (made?.revision !== after.revision || made.madeBy.includes(by)) return after;
  return { ...after, decisions: [...after.decisions.slice(0, -1), { ...made, madeBy: [...made.madeBy, by] }] };
}

/** One more decision: by those who drafted it, and carrying out what an appeal has left to do where it does. */
function withDecision(state: CaseState, kind: DecisionKind, event: DomainEvent): CaseState {
  const { revision } = state;
  const decision = madeDecision(kind, event, revision);
  const madeBy = state.proposals.find(({ settledIn, status }) => status === 'approved' && settledIn === revision - 1)?.drafters ?? [];
  const done = carriedOutBy(state.appeals, kind, COMMAND_OF[kind], revision);
  const decisions = [...state.decisions, { ...decision, madeBy, carriesOut: done?.number ?? null }];
  if (done === null) return { ...state, decisions };
  const { decidedOn } = decision;
  const appeals = withAppeal(state.appeals, done.number, (appeal) => ({
    ...appeal,
    orders: appeal.orders.map((order, nth) => (nth === done.nth ? { ...order, carriedOutIn: revision, carriedOutOn: decidedOn } : order)),
  }));
  return { ...state, decisions, appeals };
}

/** The state that a case's events lead to, in order. Throws UnknownEventType. */
export const foldCase = (history: readonly DomainEvent[], from: CaseState = initialState): CaseState => history.reduce(evolve, from);

/**
 * An event in an older version of its definition, brought step by step to the one that is written now. Throws UnknownEventType when there is
 * no step from the version that it has.
 */
export function upcastBy({ type, version, upcast: steps }: Pick<AnyEvent, 'type' | 'version' | 'upcast'>, event: DomainEvent): DomainEvent {
  let current = event;
  while (current.version !== version) {
    const step = steps?.[current.version];
    if (step === undefined) throw new UnknownEventType(type, current.version);
    current = step(current);
  }
  return current;
}
