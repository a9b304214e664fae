import type { IsoDate, PlainDate } from '@kvp/calendar';
import type { TSchema } from 'typebox';
import type { DecisionKind } from './state/decisions.ts';

/**
 * A fact of a case, as the core sees it. `data` may be read in the clear by anyone who holds the log; `personal` (free text,
 * names, birth dates, children, office and municipality) is sealed with the person's key before it is stored.
 */
export interface DomainEvent<Type extends string = string, Data extends object = object, Personal extends object | null = object | null> {
  readonly type: Type;
  readonly version: number;
  readonly data: Data;
  readonly personal: Personal;
}

/**
 * The views that an event changes. Every event of a case is in its audit trail; one that changes nothing else names that. The worklist is
 * not named: whether a deadline moves shows in the state alone.
 */
export type ReadModelName = 'participant-status' | 'payment-schedule' | 'audit-trail' | 'settlements';

/** Everything the system must know of one event type; the catalogue lists them all. `Fold` is what it is folded into. */
export interface EventDefinition<Event extends DomainEvent, Fold> {
  readonly type: Event['type'];
  /** The version that is written now; older ones are upcast on read. */
  readonly version: number;
  readonly summary: string;
  readonly schema: { readonly data: TSchema; readonly personal: TSchema | null };
  /** One step per old version: `upcast[1]` makes version 2 out of version 1. Pure; tested on stored samples. */
  readonly upcast?: Readonly<Record<number, (event: DomainEvent) => DomainEvent>>;
  /** Set when the event is an individual decision (STL § 41): its data then has `decidedOn`, and notice and appeal clock hang on it. */
  readonly decision?: DecisionKind;
  // Methods, not properties: the catalogue holds definitions of different events side by side. In a case, `fold.revision` is the event's.
  evolve(fold: Fold, event: Event): Fold;
  /**
   * The state without the fact that this event recorded as revision `recordedIn`, whatever has happened since: set on the facts that
   * `correctFact` may correct, most often to `withoutFact`. A decision has none: it is reversed or appealed.
   */
  retract?(fold: Fold, recordedIn: number): Fold;
  /**
   * The state without the decision of revision `decidedIn`, as it was before it: set on the decisions that can be undone. A decision on
   * a period that has run by the day `from` loses only the days from then on.
   */
  undo?(fold: Fold, decidedIn: number, from: PlainDate): Fold;
  readonly changes: readonly ReadModelName[];
  /** The day it counts from, for the history; undefined when it is the day of recording. */
  effectiveOn(event: Event): IsoDate | undefined;
  readonly provision: string;
  /** What happened, one bokmål sentence, for the audit trail. Never an identity number. */
  audit(event: Event): string;
  readonly published: 'not published' | 'published';
  readonly example: Event;
}
