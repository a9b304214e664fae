import type { PlainDate } from '@kvp/calendar';
import type { AbsenceKind } from '@kvp/rulebook';

/** Absence as recorded, and what was decided about it. KVPF §§ 5–17; STL § 36. */
export interface Absences {
  /** Periods of absence, in order of registration. */
  readonly recorded: readonly Absence[];
  /** Single days that attendance was registered for with a code of absence. */
  readonly registered: readonly Absence[];
  readonly leaveRequests: readonly LeaveRequest[];
  readonly deductions: readonly Deduction[];
  /** Loss of the right to certify one's own illness, in order. KVPF § 8. */
  readonly selfCertificateLosses: readonly SelfCertificateLoss[];
}

export const EVIDENCE = ['selfCertified', 'doctorsNote'] as const;
export type Evidence = (typeof EVIDENCE)[number];

/** A period of absence. What it pays and whether it counts is stored with it, by the rule of its day. Decided points 12 and 25. */
export interface Absence {
  readonly recordedIn: number;
  readonly kind: AbsenceKind;
  readonly provision: string;
  readonly from: PlainDate;
  readonly to: PlainDate;
  /** Hours a day, for absence of a part of the day; null = the whole day. */
  readonly hours: number | null;
  readonly evidence: Evidence | null;
  readonly withStipend: boolean;
  readonly countsTowardDuration: boolean;
  /** Revision of the event that says more of the same absence, and stands for it; null while this one does. */
  readonly replacedBy: number | null;
  /** Unauthorised absence leaves the child supplement alone, by the policy of its day; left out: it takes it too. Decided point 8. */
  readonly sparesSupplement?: true;
}

export interface LeaveRequest {
  readonly recordedIn: number;
  readonly receivedOn: PlainDate;
  readonly from: PlainDate;
  readonly to: PlainDate;
  /** Revision of the event that granted or refused it; null while it waits. */
  readonly settledBy: number | null;
}

/** Hours of a day that were away without permission, taken off the stipend. STL § 36. */
export interface Deduction {
  readonly recordedIn: number;
  readonly on: PlainDate;
  readonly hours: number;
  /** As of absence. */
  readonly sparesSupplement?: true;
}

export interface SelfCertificateLoss {
  readonly recordedIn: number;
  readonly from: PlainDate;
  readonly reviewBy: PlainDate;
  /** Revision of the review that kept it last; left out when none has. */
  readonly keptIn?: number;
  /** The day the right was given back; null while it is lost. */
  readonly restoredOn: PlainDate | null;
}

export const initialAbsences: Absences = { recorded: [], registered: [], leaveRequests: [], deductions: [], selfCertificateLosses: [] };
