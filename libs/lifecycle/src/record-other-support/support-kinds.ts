/** Support beside the stipend by its code in KOSTRA 11CF (KVP_MED_*); the codes do not follow the order of the fields. */
export const SUPPORT_CODE = {
  municipalHousingSupport: '4',
  housingBankSupport: '5',
  socialAssistanceOneOff: '9',
  socialAssistanceForProgramme: '8',
  socialAssistanceRegular: '7',
} as const;

export type SupportKind = keyof typeof SUPPORT_CODE;
export const SUPPORT_KINDS = Object.keys(SUPPORT_CODE) as readonly SupportKind[];
