import { type IsoDate, date, iso } from '@kvp/calendar';
import type { Role } from '@kvp/lifecycle';
import { type Change, type Transition, statusChanges } from './changes.ts';
import { groundsOf } from './grounds.ts';
import { type Link, linksOf } from './links.ts';
import { decidedOn, definitionOf, effectiveOn } from './moment.ts';
import { type MoneyReader, moneyReader } from './money.ts';
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
  /** The day that a decision bears; null for what was registered. */
  readonly decidedOn: IsoDate | null;
  /** What happened: a sentence in bokmål. */
  readonly what: string;
  readonly provision: string;
  readonly law: LawUsed;
  readonly reasons: readonly Reason[];
  /** The facts and decisions that lay before whoever decided it, by their revisions. */
  readonly restsOn: readonly number[];
  /** The earlier events that it corrects, reverses, answers or otherwise names. */
  readonly links: readonly Link[];
  readonly changed: readonly Change[];
}

/** Tells an event, between the states before and after it. Throws UnknownEventType. */
export function auditEntry(recorded: RecordedCaseEvent, transition: Transition, money: MoneyReader = moneyReader()): AuditEntry {
  const { event, revision, metadata } = recorded;
  const effective = effectiveOn(recorded);
  const definition = definitionOf(event);
  const decided = definition.decision === undefined ? undefined : decidedOn(event);
  return {
    revision,
    type: event.type,
    who: { id: metadata.actor.id, role: metadata.actor.role, title: titleOf(metadata.actor) },
    recordedAt: metadata.recordedAt,
    effectiveOn: effective,
    decidedOn: decided === undefined ? null : iso(decided),
    what: definition.audit(event),
    provision: provisionOf(event, date(effective)),
    law: metadata.law,
    reasons: reasonsOf(event),
    restsOn: groundsOf(event, transition.before),
    links: linksOf(event),
    changed: [...statusChanges(recorded, transition), ...stipendChange(recorded, transition, money)],
  };
}
