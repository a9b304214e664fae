/**
 * What a participant goes on to by its code in KOSTRA 11CF (AVSL_*, and AVSL_VIKTIGSTE_INNTEKT, Klass 556), in the order of its fields.
 */
export const SITUATION_CODE = {
  ordinaryWork: '01',
  subsidisedWork: '11',
  labourMarketMeasure: '03',
  education: '04',
  disabilityBenefit: '13',
  workAssessmentAllowance: '14',
  socialAssistanceAwaitingBenefit: '15',
  socialAssistance: '16',
  other: '10',
  unknown: '17',
} as const;

export type Situation = keyof typeof SITUATION_CODE;
export const SITUATIONS = Object.keys(SITUATION_CODE) as readonly Situation[];
