import type { Ore } from '@kvp/money';

/** What a participant is assumed to cost the municipality more in a year, part by part, in whole øre. Source 001; rulebook § 8.3. */
export interface ExtraCost {
  readonly stipend: Ore;
  readonly childSupplement: Ore;
  /** Measures and follow-up, also while in measures that the state pays. */
  readonly measures: Ore;
  /** Social assistance that the municipality would have paid. */
  readonly socialAssistance: Ore;
  /** Measures that it already ran for the group. */
  readonly existingMeasures: Ore;
  /** Individstønad refunded while in the state's measures: 1 November 2007 to 31 December 2010. */
  readonly individstonad: Ore;
}

/** One municipality, or city district, in the distribution of a year. */
export interface GrantPart {
  /** `0906`, or `030105`. */
  readonly area: string;
  /** Its share by the social assistance key, in parts of whatever they add up to. A plain decimal. */
  readonly key: string;
  /** The month of the year that its Nav office opened: 1 when it was open before. */
  readonly startMonth: number;
  /** Computed, a month: how many come and how many leave. Plain decimals. */
  readonly inflow: string;
  readonly outflow: string;
  /** Participants on average in the year (måltall). */
  readonly target: number;
  /** Unused funds of earlier years, in whole øre. */
  readonly carriedIn: Ore;
}

/** All that the calculation is given. */
export interface GrantInput {
  readonly extraCost: ExtraCost;
  /** Participants on average that the budget assumes. */
  readonly assumedParticipants: number;
  readonly parts: readonly GrantPart[];
}
