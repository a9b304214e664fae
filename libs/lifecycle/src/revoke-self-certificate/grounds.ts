/** What the right to certify one's own illness may be lost for, in words for people to read. KVPF § 8. */
export const LOSS_GROUND_TEXT = {
  fourTimes: 'fire egenmeldte fravær eller flere på tolv måneder',
  suspicion: 'skjellig grunn til mistanke om at fraværet ikke skyldes sykdom',
} as const;

export type LossGround = keyof typeof LOSS_GROUND_TEXT;
export const LOSS_GROUNDS = Object.keys(LOSS_GROUND_TEXT) as readonly LossGround[];
