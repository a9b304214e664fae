import type { PlainDate } from '@kvp/calendar';

/** How the case has been handled beside its decisions: replies, notices, notes, plan and evaluations. */
export interface Handling {
  readonly withdrawnOn: PlainDate | null;
  /** Opaque id of the caseworker who has the case. */
  readonly caseworker: string | null;
  readonly interimReplies: readonly InterimReply[];
  readonly notices: readonly AdvanceNotice[];
  readonly evaluations: readonly PlainDate[];
  /** The plans in order; the last one counts. */
  readonly plans: readonly Plan[];
}

/** A foreløpig svar. FVL § 11 a. */
export interface InterimReply {
  readonly recordedIn: number;
  readonly sentOn: PlainDate;
  readonly expectedBy: PlainDate | null;
}

/** A forhåndsvarsel, and the answer to it. FVL § 16. */
export interface AdvanceNotice {
  readonly recordedIn: number;
  /** The command that it warns of, e.g. `terminate`. */
  readonly about: string;
  readonly sentOn: PlainDate;
  readonly answerBy: PlainDate;
  readonly answeredOn: PlainDate | null;
}

export type MeasureType = 'state' | 'municipal' | 'county' | 'health' | 'own';

export interface Plan {
  readonly recordedIn: number;
  readonly from: PlainDate;
  readonly activities: readonly Activity[];
  readonly evaluationDates: readonly PlainDate[];
}

/** Something that the participant does a number of hours a week. KVPF § 1. */
export interface Activity {
  readonly content: string;
  readonly measure: MeasureType;
  readonly hoursPerWeek: number;
  readonly from: PlainDate;
  readonly to: PlainDate | null;
}

export const initialHandling: Handling = {
  withdrawnOn: null,
  caseworker: null,
  interimReplies: [],
  notices: [],
  evaluations: [],
  plans: [],
};
