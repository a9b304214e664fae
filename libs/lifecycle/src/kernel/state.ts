import type { IsoDate, Period, PlainDate } from '@kvp/calendar';
import { type Absences, initialAbsences } from './state/absences.ts';
import { type Appeals, initialAppeals } from './state/appeals.ts';
import { type Circumstances, initialCircumstances } from './state/circumstances.ts';
import { type ClockRecords, initialClockRecords } from './state/clock-records.ts';
import type { FactCorrection, RecordedFact } from './state/corrections.ts';
import type { CaseDecision } from './state/decisions.ts';
import { type Handling, initialHandling } from './state/handling.ts';
import type { MonthModelName } from './policy.ts';
import type { Lasting } from './state/lasting.ts';
import { type Proposal, initialProposals } from './state/proposals.ts';

/** Where a case may stand on a day. */
export const PHASES = ['applied', 'rejected', 'granted', 'running', 'onLeave', 'interrupted', 'ended'] as const;
/** Where a case stands on a day. A function of state and date: see `phase`. */
export type Phase = (typeof PHASES)[number];

/** A case folded from its events. Dates only, no "today": every question about now takes a date. */
export interface CaseState {
  /** Revision of the event folded last, by which a fact or decision is named later; -1 before the first. */
  readonly revision: number;
  /** Null until the application is registered. */
  readonly application: Application | null;
  /** A claim whose writer died before the case was written: nothing can happen here any more. */
  readonly abandoned: boolean;
  readonly rejection: { readonly decidedOn: PlainDate; readonly ground: string } | null;
  readonly grant: Grant | null;
  /** Fixed when the programme starts. Decided point 13. */
  readonly start: Start | null;
  /** The decision periods in order: the grant's, then one for each extension. */
  readonly decisionPeriods: readonly DecisionPeriod[];
  /** Days on which no decision was in force before the maximum: a breach that a later extension does not wipe out. */
  readonly lapses: readonly Period[];
  readonly pauses: readonly Pause[];
  /** By month (`2026-06`), each in order of registration. */
  readonly attendance: Readonly<Record<string, readonly AttendanceRegistration[]>>;
  readonly children: readonly Child[];
  readonly end: { readonly lastDay: PlainDate; readonly reason: string; readonly decidedOn: PlainDate } | null;
  /** Days that lie after an end which an appeal has undone, and are none of the programme all the same. Decided point 19. */
  readonly outside: readonly Outside[];
  readonly certificateIssuedOn: PlainDate | null;
  /** Every individual decision, in order. Kept by `evolve` from what the event definitions say. */
  readonly decisions: readonly CaseDecision[];
  /** Every fact that may be corrected, in order. Kept by `evolve` from what the event definitions say. */
  readonly facts: readonly RecordedFact[];
  readonly corrections: readonly FactCorrection[];
  readonly clockRecords: ClockRecords;
  /** Decisions that wait for a second person, or have had one, in order. */
  readonly proposals: readonly Proposal[];
  readonly appeals: Appeals;
  readonly handling: Handling;
  readonly absences: Absences;
  readonly circumstances: Circumstances;
}

/** A decision period, and what lets it reach beyond two counted years; left out: nothing does. STL § 32; decided point 5. */
export interface DecisionPeriod extends Period {
  /** Revision of the grant or extension. */
  readonly decidedIn: number;
  readonly beyondTwoYears?: 'specialReasons' | 'covid' | 'appeal';
  /** How its months are paid, from each of these days on, ascending; left out: by the day (model A). Decided point 30. */
  readonly monthModels?: readonly { readonly from: PlainDate; readonly model: MonthModelName }[];
}

/** Days between an end that was undone and the day that the outcome of the appeal counts from: they neither count nor pay. */
export interface Outside extends Period {
  /** Revision of the decision to reinstate. */
  readonly decidedIn: number;
  /** Why the programme had ended. */
  readonly reason: string;
}

export interface Application {
  readonly personId: string;
  readonly receivedOn: PlainDate;
  readonly channel: string;
  readonly birthDate: PlainDate;
  readonly municipality: string;
  readonly office: string;
}

export interface Grant {
  readonly decidedOn: PlainDate;
  readonly period: Period;
  /** The decision reserves deductions for unauthorised absence (rulebook § 5.5). */
  readonly absenceClause: boolean;
  readonly evaluationDates: readonly PlainDate[];
  /** The first day that stipend was awarded for; the rule was awarded, never an amount. */
  readonly stipendFrom: PlainDate | null;
}

export interface Start {
  readonly recordedIn: number;
  readonly on: PlainDate;
  /** Later than six months after the application: a breach of STL § 31, recorded, not hidden. */
  readonly late: boolean;
  /** Counted days that may be used: from start to start + n years − 1 day. What was used before is taken off where they are read. */
  readonly ordinaryDays: number;
  readonly absoluteDays: number;
}

export type LegalForm = 'LEAVE_WITH_STIPEND' | 'LEAVE_WITHOUT_STIPEND' | 'INTERRUPTION';

export interface Pause {
  /** Revision of the decision. */
  readonly decidedIn: number;
  readonly legalForm: LegalForm;
  readonly cause: string;
  /** What it rests on, e.g. `KVPF § 15`. */
  readonly provision: string;
  readonly from: PlainDate;
  /** The planned end; the pause lasts until `resumedOn` all the same. */
  readonly plannedTo: PlainDate | null;
  /** The first day back: that of the last of `returns`. */
  readonly resumedOn: PlainDate | null;
  /** Every return from it, in order of registration: a later one may come earlier than what was decided ahead. */
  readonly returns: readonly Return[];
  /** Stored on the event with the rule of its day, never computed again. Decided point 12. */
  readonly countsTowardDuration: boolean;
  readonly withStipend: boolean;
  /** First day of absence for work, birth or adoption, which bars termination for a year. Decided point 16. */
  readonly protectedFrom: PlainDate | null;
}

export interface Return {
  readonly recordedIn: number;
  readonly on: PlainDate;
}

/** ISO text, for there are many of them and they are only compared. */
export interface AttendanceRegistration {
  readonly recordedIn: number;
  readonly date: IsoDate;
  readonly hours: number;
  readonly code: string;
}

/** A supported child; `from` is the first day of support on which the conditions are met. KVPF § 3. */
export interface Child extends Lasting {
  readonly birthDate: PlainDate;
  /** Which of several born that day. */
  readonly childNumber: number;
  readonly fosterChild: boolean;
}

export const initialState: CaseState = {
  revision: -1,
  application: null,
  abandoned: false,
  rejection: null,
  grant: null,
  start: null,
  decisionPeriods: [],
  lapses: [],
  pauses: [],
  attendance: {},
  children: [],
  end: null,
  outside: [],
  certificateIssuedOn: null,
  decisions: [],
  facts: [],
  corrections: [],
  clockRecords: initialClockRecords,
  proposals: initialProposals,
  appeals: initialAppeals,
  handling: initialHandling,
  absences: initialAbsences,
  circumstances: initialCircumstances,
};
