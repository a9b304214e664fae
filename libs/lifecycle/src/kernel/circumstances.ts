import type { PlainDate } from '@kvp/calendar';

/** What is known of the participant's life that the stipend or the statistics rest on. Facts by the revision of their event. */
export interface Circumstances {
  readonly work: readonly Work[];
  readonly benefits: readonly Benefit[];
  readonly maintenance: readonly Maintenance[];
  /** The last of each counts; null until it is recorded. */
  readonly intake: Recorded | null;
  readonly household: readonly Recorded[];
  readonly otherSupport: readonly Recorded[];
  readonly outcome: Recorded | null;
  readonly priorProgramme: PriorProgramme | null;
}

/** A recorded fact whose content only the statistics read, out of its event. */
export interface Recorded {
  readonly recordedIn: number;
  readonly on: PlainDate;
}

/** Paid work beside the programme. STL § 37. */
export interface Work {
  readonly recordedIn: number;
  readonly from: PlainDate;
  readonly to: PlainDate | null;
  readonly hoursPerWeek: number;
}

/** A benefit that reduces the stipend. STL § 38; decided point 18. */
export interface Benefit {
  readonly recordedIn: number;
  readonly kind: string;
  readonly from: PlainDate;
  readonly to: PlainDate | null;
  /** Gross øre a stipend day. */
  readonly orePerDay: number;
}

/** Whether the collection agency has claimed the child supplement. KVPF § 4. */
export interface Maintenance {
  readonly recordedIn: number;
  readonly from: PlainDate;
  readonly agencyHasClaimed: boolean;
}

/** Days used in an earlier programme, taken off both maxima. Decided point 24. */
export interface PriorProgramme {
  readonly recordedIn: number;
  readonly countedDays: number;
}

export const initialCircumstances: Circumstances = {
  work: [],
  benefits: [],
  maintenance: [],
  intake: null,
  household: [],
  otherSupport: [],
  outcome: null,
  priorProgramme: null,
};
