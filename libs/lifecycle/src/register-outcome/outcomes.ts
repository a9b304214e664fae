/**
 * What statsforvalteren may come to: the vocabulary of rulebook § 6.4. FVL § 34: dismiss, confirm, change, or set aside and return; and that
 * it was withdrawn or discontinued there.
 */
export const APPEAL_OUTCOMES = ['confirmed', 'changed', 'partlyChanged', 'setAside', 'dismissed', 'withdrawn', 'discontinued'] as const;
export type AppealOutcome = (typeof APPEAL_OUTCOMES)[number];

export const OUTCOME_TEXT: Readonly<Record<AppealOutcome, string>> = {
  confirmed: 'stadfestet vedtaket',
  changed: 'endret vedtaket',
  partlyChanged: 'endret vedtaket delvis',
  setAside: 'opphevet vedtaket og sendte saken tilbake',
  dismissed: 'avviste klagen',
  withdrawn: 'avsluttet klagen fordi den var trukket',
  discontinued: 'hevet klagesaken',
};

/** These do something to the decision. */
export const changes = (outcome: AppealOutcome): boolean => outcome === 'changed' || outcome === 'partlyChanged' || outcome === 'setAside';
