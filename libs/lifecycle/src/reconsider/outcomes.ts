/** What the office may come to when it looks at its decision again. FVL § 33. */
export const RECONSIDERATIONS = ['changed', 'partly', 'upheld', 'dismissed'] as const;
export type Reconsideration = (typeof RECONSIDERATIONS)[number];

/** Why an appeal that came too late may be taken. FVL § 31. */
export const LATE_GROUNDS = ['notToBlame', 'specialReasons'] as const;
export type LateGround = (typeof LATE_GROUNDS)[number];

export const LATE_GROUND_TEXT: Readonly<Record<LateGround, string>> = {
  notToBlame: 'parten kan ikke lastes for at den kom for sent',
  specialReasons: 'særlige grunner gjør det rimelig',
};

/** Why an appeal is dismissed: it came too late, lacks what was to be made good, or comes from somebody who may not appeal. FVL §§ 28–33. */
export const DISMISSAL_GROUNDS = ['late', 'form', 'notEntitled', 'noLegalInterest'] as const;
export type DismissalGround = (typeof DISMISSAL_GROUNDS)[number];

export const DISMISSAL_TEXT: Readonly<Record<DismissalGround, string>> = {
  late: 'den kom etter klagefristen (FVL § 31)',
  form: 'den mangler noe som ikke er rettet (FVL § 32)',
  notEntitled: 'den som klager, har ikke klagerett (FVL § 28)',
  noLegalInterest: 'den som klager, har ikke rettslig klageinteresse (FVL § 28)',
};
