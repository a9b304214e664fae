import { type IsoDate, date } from '@kvp/calendar';
import type { Role } from '@kvp/lifecycle';
import type { RateRule } from '@kvp/rulebook';
import { type Change, type Transition, statusChanges } from './changes.ts';
import { definitionOf, effectiveOn } from './moment.ts';
import { provisionOf } from './provision.ts';
import { type Reason, reasonsOf } from './reasons.ts';
import type { LawUsed, RecordedCaseEvent } from './recorded.ts';
import { stipendChange } from './stipend-change.ts';
import { titleOf } from './words.ts';

/**
 * One event of a case, told to people. `effectiveOn`, `what`, `reasons` and `changed` are personal: support of a child counts from
 * the day it was born.
 */
export interface AuditEntry {
  readonly revision: number;
  readonly type: string;
  /** Opaque id, role, and what they are called. */
  readonly who: { readonly id: string; readonly role: Role; readonly title: string };
  /** When the log learnt it: an instant in UTC. */
  readonly recordedAt: string;
  /** The day that it counts from. */
  readonly effectiveOn: IsoDate;
  /** What happened: a sentence in bokmål. */
  readonly what: string;
  readonly provision: string;
  readonly law: LawUsed;
  readonly reasons: readonly Reason[];
  readonly changed: readonly Change[];
}

/**
 * Tells an event, between the states before and after it. `announced`: rates that came after the release, for what it changed in
 * the stipend. Throws UnknownEventType.
 */
export function auditEntry(recorded: RecordedCaseEvent, transition: Transition, announced: readonly RateRule[] = []): AuditEntry {
  const { event, revision, metadata } = recorded;
  const effective = effectiveOn(recorded);
  return {
    revision,
    type: event.type,
    who: { id: metadata.actor.id, role: metadata.actor.role, title: titleOf(metadata.actor) },
    recordedAt: metadata.recordedAt,
    effectiveOn: effective,
    what: definitionOf(event).audit(event),
    provision: provisionOf(event, date(effective)),
    law: metadata.law,
    reasons: reasonsOf(event),
    changed: [...statusChanges(recorded, transition), ...stipendChange(recorded, transition, announced)],
  };
}
