import type { PlainDate } from '@kvp/calendar';
import type { CaseDocument, Language } from './documents.ts';

/** How the case has been handled beside its decisions: replies, notices, statements, plans and evaluations. */
export interface Handling {
  /** The day the applicant withdrew the application, from which the case is ended. */
  readonly withdrawnOn: PlainDate | null;
  /** Opaque id of the caseworker who has the case. */
  readonly caseworker: string | null;
  readonly interimReplies: readonly InterimReply[];
  readonly notices: readonly AdvanceNotice[];
  readonly statements: readonly Statement[];
  readonly evaluations: readonly Evaluation[];
  /** The plans in order; the last one counts. */
  readonly plans: readonly Plan[];
  /** Letters and what was received, in order. */
  readonly documents: readonly CaseDocument[];
  /** The form of Norwegian that the party is written to in. */
  readonly language: Language;
}

/** A foreløpig svar. FVL § 11 a. */
export interface InterimReply {
  readonly recordedIn: number;
  readonly sentOn: PlainDate;
  readonly expectedBy: PlainDate | null;
  readonly reason: string;
}

/** A forhåndsvarsel, and the answer to it. FVL § 16. */
export interface AdvanceNotice {
  readonly recordedIn: number;
  /** The command that it warns of, e.g. `terminate`. */
  readonly about: string;
  readonly sentOn: PlainDate;
  /** The last day to answer. */
  readonly answerBy: PlainDate;
  /** The day the first answer came; null while there is none. */
  readonly answeredOn: PlainDate | null;
  readonly text: string;
}

/** What the party said, in answer to a notice or unasked. FVL § 16, STL § 42. */
export interface Statement {
  readonly recordedIn: number;
  /** Revision of the notice that it answers. */
  readonly notice: number | null;
  readonly receivedOn: PlainDate;
  readonly text: string;
}

/** An evaluation that was held, and when the next one is due. KVPF § 1. */
export interface Evaluation {
  readonly recordedIn: number;
  readonly heldOn: PlainDate;
  readonly nextOn: PlainDate | null;
  readonly summary: string;
  readonly participantView?: string;
}

/** Who runs a measure, as the reports of 2008 and the plan ask. Rulebook § 8.1. */
export const MEASURE_TYPES = ['state', 'municipal', 'county', 'health', 'own'] as const;
export type MeasureType = (typeof MEASURE_TYPES)[number];

/** What an activity does for the way to work. STL § 30; KVPF § 1. */
export const ACTIVITY_KINDS = ['workDirected', 'jobSearch', 'education', 'health', 'support', 'paidWork', 'apprenticeship'] as const;
export type ActivityKind = (typeof ACTIVITY_KINDS)[number];

/** The individual plan: what the participant does from a day until the end of the decision period, or until the next plan. STL § 30. */
export interface Plan {
  readonly recordedIn: number;
  readonly from: PlainDate;
  readonly activities: readonly Activity[];
  readonly evaluationDates: readonly PlainDate[];
  readonly agreedWithParticipant: boolean;
  readonly lessThanFullTime?: string;
  readonly participantView?: string;
}

/** Something that the participant does a number of hours a week. KVPF § 1. */
export interface Activity {
  readonly content: string;
  readonly measure: MeasureType;
  readonly kind: ActivityKind;
  readonly hoursPerWeek: number;
  readonly from: PlainDate;
  /** The last day; null = until the end of the decision period, or the next plan. */
  readonly to: PlainDate | null;
}

export const initialHandling: Handling = {
  withdrawnOn: null,
  caseworker: null,
  interimReplies: [],
  notices: [],
  statements: [],
  evaluations: [],
  plans: [],
  documents: [],
  language: 'nb',
};
