import { caseEvents } from './catalogue.ts';
import type { AnyEvent } from './kernel/definitions.ts';
import type { DomainEvent } from './kernel/event.ts';
import { type CaseState, initialState } from './kernel/state.ts';
import { madeDecision } from './kernel/state/decisions.ts';

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
  if (definition.decision !== undefined)
    return { ...after, decisions: [...after.decisions, madeDecision(definition.decision, event, revision)] };
  return definition.retract === undefined ? after : { ...after, facts: [...after.facts, { recordedIn: revision, type: event.type }] };
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
