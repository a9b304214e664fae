/**
 * Why a programme ends, in words for people to read: the list of `kvp play` and of KOSTRA (decided point 22), and the year of
 * interruption after which the law demands it.
 */
export const REASON_TEXT = {
  completed: 'programmet er gjennomført',
  agreed: 'avsluttet etter avtale med deltakeren',
  maximumReached: 'lengste varighet er nådd',
  benefitGranted: 'deltakeren har fått innvilget en annen ytelse til livsopphold',
  turned67: 'deltakeren fyller 67 år',
  death: 'deltakeren er død',
  nonAttendance: 'deltakeren møter ikke',
  notResuming: 'det er sannsynlig at deltakeren ikke kommer tilbake',
  interruptedOneYear: 'programmet har vært avbrutt i ett år',
  movedMunicipality: 'deltakeren har flyttet til en annen kommune',
  movedDistrict: 'deltakeren har flyttet til en annen bydel',
} as const;

export type TerminationReason = keyof typeof REASON_TEXT;
export const TERMINATION_REASONS = Object.keys(REASON_TEXT) as readonly TerminationReason[];

/** The party has addressed these, or can no more: no notice beforehand and no reasons in words are owed. FVL §§ 16 and 24. */
const NOT_AGAINST_THE_PARTY: readonly TerminationReason[] = ['completed', 'agreed', 'death'];

export const owesNoticeAndReasons = (reason: TerminationReason): boolean => !NOT_AGAINST_THE_PARTY.includes(reason);

/** These end the programme because someone is away, unless the decision says otherwise. */
const BECAUSE_OF_ABSENCE: readonly TerminationReason[] = ['nonAttendance', 'notResuming', 'interruptedOneYear'];

export const isBecauseOfAbsence = (reason: TerminationReason): boolean => BECAUSE_OF_ABSENCE.includes(reason);
