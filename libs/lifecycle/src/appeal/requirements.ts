import type { FormRequirement } from '../kernel/state/appeals.ts';

/** What an appeal must have, as one says what it lacks. */
export const REQUIREMENT_TEXT: Readonly<Record<FormRequirement, string>> = {
  written: 'skriftlig form',
  signed: 'underskrift eller innlogging',
  namesDecision: 'hvilket vedtak den gjelder',
  statesChange: 'hvilken endring som ønskes',
  authorised: 'fullmakt',
};

/** Where each requirement is written. */
export const REQUIREMENT_PROVISION: Readonly<Record<FormRequirement, string>> = {
  written: 'FVL § 32',
  signed: 'FVL § 32',
  namesDecision: 'FVL § 32',
  statesChange: 'FVL § 32',
  authorised: 'FVL § 12',
};

/**
 * Weeks that the party has to make an appeal good when the office names no day. The law says a short time that is long enough (FVL § 32);
 * the figure is our choice.
 */
export const MEND_WEEKS = 2;
