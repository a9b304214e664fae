import { type IsoDate, type PlainDate, date } from '@kvp/calendar';
import type { DomainEvent } from './event.ts';

/** The kinds of individual decision (enkeltvedtak) that the system makes. STL § 41, rulebook § 6.2. */
export const DECISION_KINDS = [
  'grant',
  'rejection',
  'extension',
  'leave',
  'leaveRefusal',
  'interruption',
  'deduction',
  'selfCertificateLoss',
  'termination',
  'reversal',
] as const;
export type DecisionKind = (typeof DECISION_KINDS)[number];

/** When a notice of a decision went out and reached the party. Decided point 15. */
export interface Notification {
  readonly channel: 'paper' | 'electronic' | 'oral';
  readonly sentOn: PlainDate | null;
  readonly alertedOn: PlainDate | null;
  readonly openedOn: PlainDate | null;
  readonly arrivedOn: PlainDate | null;
}

/** An individual decision of the case, named by the revision of its event. */
export interface CaseDecision {
  readonly revision: number;
  readonly kind: DecisionKind;
  readonly decidedOn: PlainDate;
  /** Every notice that was given of it, in order; the last one counts. */
  readonly notifications: readonly Notification[];
  /** Revision of the event that undid it; null while it stands. */
  readonly undoneBy: number | null;
}

/** The decision that an event is, as the state keeps it. The event's `decidedOn` is required by the registry. */
export const madeDecision = (kind: DecisionKind, { data }: DomainEvent, revision: number): CaseDecision => ({
  revision,
  kind,
  decidedOn: date((data as { readonly decidedOn: IsoDate }).decidedOn),
  notifications: [],
  undoneBy: null,
});
