import type { PlainDate } from '@kvp/calendar';
import type { Lasting } from './lasting.ts';
import type { PaymentAccount } from './payment-accounts.ts';
import type { Protection } from './protection.ts';

/**
 * What is known of the participant's life that the stipend or the statistics rest on. Each fact is named by the revision of its event,
 * and a correction takes it out again: so each room is a list, in the order of recording.
 */
export interface Circumstances {
  readonly work: readonly Work[];
  readonly benefits: readonly Benefit[];
  readonly maintenance: readonly Maintenance[];
  readonly intake: readonly Intake[];
  readonly household: readonly Household[];
  readonly otherSupport: readonly OtherSupport[];
  readonly outcome: readonly Outcome[];
  readonly priorProgramme: readonly PriorProgramme[];
  readonly accounts: readonly PaymentAccount[];
  readonly protection: readonly Protection[];
}

/** Paid work beside the programme. Of several at once the hours add up. STL § 37. */
export interface Work extends Lasting {
  /** In thousandths at the finest. */
  readonly hoursPerWeek: number;
  /** Time as an apprentice may be more than half of a full position. KVPF § 1. */
  readonly apprenticeship: boolean;
}

/** A benefit to live on beside the stipend. STL §§ 29 and 38; decided point 18. */
export interface Benefit extends Lasting {
  readonly kind: string;
  /** Gross øre a stipend day. */
  readonly orePerDay: number;
  /** Whether it is taken off the stipend; else it bears on the entry condition alone. By the rule of its first day. */
  readonly reduces: boolean;
}

/** Whether the collection agency has claimed the child supplement, from a day until the next word about it. KVPF § 4. */
export interface Maintenance {
  readonly recordedIn: number;
  readonly from: PlainDate;
  readonly agencyHasClaimed: boolean;
}

/** Income in the two months before the application, and a programme in another municipality. KOSTRA 11CF, YTELSE_* and KVP_KOMM. */
export interface Intake {
  readonly recordedIn: number;
  readonly on: PlainDate;
  readonly socialAssistance: 'none' | 'main' | 'supplementary';
  readonly introductionBenefit: boolean;
  readonly tiltakspenger: boolean;
  readonly nationalInsurance: boolean;
  readonly fromOtherMunicipality: boolean;
  /** Four digits; null when there is none, or nobody knows which. */
  readonly otherMunicipality: string | null;
}

/** The household as it was seen on a day; the last one on or before a day counts on it. KOSTRA 11CF, EKTSTAT, BU18 and KJONN. */
export interface Household {
  readonly recordedIn: number;
  readonly on: PlainDate;
  readonly maritalStatus: string;
  readonly childrenUnder18: number;
  /** Null where this observation does not say. */
  readonly sex: string | null;
  /** Two digits, in Oslo only. */
  readonly district: string | null;
}

/** Support beside the stipend in a period; without kinds: it was asked for, and there was none. KOSTRA 11CF, KVP_MED_*. */
export interface OtherSupport {
  readonly recordedIn: number;
  readonly from: PlainDate;
  readonly to: PlainDate;
  readonly kinds: readonly string[];
}

/** What the participant went on to. KOSTRA 11CF, AVSL_*. */
export interface Outcome {
  readonly recordedIn: number;
  readonly on: PlainDate;
  readonly situations: readonly string[];
  readonly mainIncome: string;
}

/** Days used in earlier programmes, all of them together. Decided point 24. */
export interface PriorProgramme {
  readonly recordedIn: number;
  readonly countedDays: number;
  /** What is taken off the two years: no more than was left when it was registered. */
  readonly ordinaryDays: number;
  /** What is taken off the three years. */
  readonly absoluteDays: number;
}

export const initialCircumstances: Circumstances = {
  work: [],
  benefits: [],
  maintenance: [],
  intake: [],
  household: [],
  otherSupport: [],
  outcome: [],
  priorProgramme: [],
  accounts: [],
  protection: [],
};
