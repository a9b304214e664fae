import { type IsoDate, type PlainDate, date } from '@kvp/calendar';
import type { DomainEvent } from '../event.ts';

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
  'reconsideration',
  'appealDismissal',
  'reinstatement',
] as const;
export type DecisionKind = (typeof DECISION_KINDS)[number];

/** The command that makes each kind of decision: what a notice beforehand can be about. FVL § 16. */
export const COMMAND_OF: Readonly<Record<DecisionKind, string>> = {
  grant: 'grant',
  rejection: 'reject',
  extension: 'extend',
  leave: 'pause',
  leaveRefusal: 'refuseLeave',
  interruption: 'pause',
  deduction: 'deduct',
  selfCertificateLoss: 'revokeSelfCertificate',
  termination: 'terminate',
  reversal: 'reverse',
  reconsideration: 'reconsider',
  appealDismissal: 'reconsider',
  reinstatement: 'reinstate',
};

/** What each kind is called to people, as in «vedtaket om …». */
export const DECISION_TEXT: Readonly<Record<DecisionKind, string>> = {
  grant: 'innvilgelse',
  rejection: 'avslag',
  extension: 'forlengelse',
  leave: 'permisjon',
  leaveRefusal: 'avslag på permisjon',
  interruption: 'avbrudd',
  deduction: 'trekk i stønaden',
  selfCertificateLoss: 'tap av retten til egenmelding',
  termination: 'avslutning',
  reversal: 'omgjøring',
  reconsideration: 'endring etter klage',
  appealDismissal: 'avvisning av klage',
  reinstatement: 'gjeninntak i programmet',
};

export const NOTICE_CHANNELS = ['paper', 'electronic', 'oral'] as const;
export type NoticeChannel = (typeof NOTICE_CHANNELS)[number];

/** When a notice of a decision went out and reached the party. Decided point 15. */
export interface Notification {
  readonly recordedIn: number;
  readonly channel: NoticeChannel;
  readonly sentOn: PlainDate | null;
  readonly alertedOn: PlainDate | null;
  readonly secondAlertOn: PlainDate | null;
  readonly openedOn: PlainDate | null;
  /** The day the appeal clock runs from, as settled when it was recorded; null while an electronic notice may still be opened in time. */
  readonly arrivedOn: PlainDate | null;
}

/** An individual decision of the case, named by the revision of its event. */
export interface CaseDecision {
  readonly revision: number;
  readonly kind: DecisionKind;
  /** The type of its event: one kind may be decided in several ways. */
  readonly type: string;
  readonly decidedOn: PlainDate;
  /** Every notice that was given of it, in order; the last one counts. */
  readonly notifications: readonly Notification[];
  /** Revision of the event that undid it; null while it stands. */
  readonly undoneBy: number | null;
  /** What has happened to the time to appeal it, in order. FVL §§ 24 and 29. */
  readonly appealTime: readonly AppealTimeChange[];
  /** The number of the appeal whose outcome it carries out; null for one that the office made of itself. */
  readonly carriesOut: number | null;
  /** Opaque ids of those who made it or helped to draft it, as far as whoever folds the case knows them. */
  readonly madeBy: readonly string[];
}

/** The time to appeal was made longer before it was out, or the party asked for reasons that the decision did not have. */
export type AppealTimeChange =
  | { readonly recordedIn: number; readonly is: 'extended'; readonly to: PlainDate }
  | { readonly recordedIn: number; readonly is: 'reasonsRequested'; readonly on: PlainDate };

/** The decision that an event is, as the state keeps it. The event's `decidedOn` is required by the registry. */
export const madeDecision = (kind: DecisionKind, { type, data }: DomainEvent, revision: number): CaseDecision => ({
  revision,
  kind,
  type,
  decidedOn: date((data as { readonly decidedOn: IsoDate }).decidedOn),
  notifications: [],
  undoneBy: null,
  appealTime: [],
  carriesOut: null,
  madeBy: [],
});

/** One kind, two answers: what was decided about an extension may be that there is none. */
export const refusesExtension = ({ kind, type }: Pick<CaseDecision, 'kind' | 'type'>): boolean =>
  kind === 'extension' && type === 'ExtensionRefused';

/** The decisions with one more thing that happened to the time to appeal one of them. */
export const withAppealTime = (decisions: readonly CaseDecision[], revision: number, change: AppealTimeChange): readonly CaseDecision[] =>
  decisions.map((each) => (each.revision === revision ? { ...each, appealTime: [...each.appealTime, change] } : each));
