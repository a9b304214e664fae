import type { CommandDefinition } from './command.ts';
import type { DomainEvent, EventDefinition } from './event.ts';
import type { AnyRefusalDefinition, Refusal, RefusalDefinition } from './refusal.ts';
import type { CaseState } from './state.ts';

/** The events of a case, side by side: each is folded into the same state. */
export type AnyCaseEvent = EventDefinition<DomainEvent, CaseState>;

/** The commands of a case, side by side. */
export type AnyCommand = CommandDefinition<object, CaseState>;

/** Checks an event definition's shape where it is written, and keeps its own types. */
export const defineEvent = <Event extends DomainEvent, Fold = CaseState>(definition: EventDefinition<Event, Fold>): typeof definition =>
  Object.freeze(definition);

/** Checks a command definition's shape where it is written, and keeps its own types. */
export const defineCommand = <Command extends object>(definition: CommandDefinition<Command, CaseState>): typeof definition =>
  Object.freeze(definition);

/** Checks a refusal definition's shape where it is written; the example gives the type of the details. */
export const defineRefusal = <const Details extends readonly unknown[] = readonly []>(
  definition: RefusalDefinition<Details>,
): typeof definition => Object.freeze(definition);

/** Any event of any stream; what it is folded into is its stream's own affair. */
export type AnyEvent = EventDefinition<DomainEvent, unknown>;

/** One folder of the lifecycle, as the catalogue lists it. */
export interface UseCase {
  readonly command?: AnyCommand;
  readonly events: readonly AnyCaseEvent[];
  readonly refusals: readonly AnyRefusalDefinition[];
  readonly correction?: Correction;
}

/** What a use case says of correcting its fact, where that does not follow from its command. */
export interface Correction {
  /** What takes the place of the fact, when that is not the body of the command. */
  readonly replacement?: Pick<AnyCommand, 'schema' | 'lawOn' | 'decide'>;
  /** Why the fact may not be withdrawn with nothing in its place. Left out: it may. */
  withdrawal?(state: CaseState): readonly Refusal[];
}
