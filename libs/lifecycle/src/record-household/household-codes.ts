/** Marital status by its code in KOSTRA 11CF (EKTSTAT, Klass 553). Cohabitation is known to the office, not to the population register. */
export const MARITAL_STATUS_CODE = { unmarried: '1', married: '2', cohabiting: '3', separated: '4', widowed: '5' } as const;

export type MaritalStatus = keyof typeof MARITAL_STATUS_CODE;
export const MARITAL_STATUSES = Object.keys(MARITAL_STATUS_CODE) as readonly MaritalStatus[];

/** Sex by its code in KOSTRA 11CF (KJONN, Klass 2). Never read out of the identity number. */
export const SEX_CODE = { male: '1', female: '2' } as const;

export type Sex = keyof typeof SEX_CODE;
export const SEXES = Object.keys(SEX_CODE) as readonly Sex[];

/** The municipality that reports by city district. */
export const OSLO = '0301';

/** The city districts of Oslo by their number in KOSTRA 11CF (BYDELSNR). */
export const DISTRICTS = ['01', '02', '03', '04', '05', '06', '07', '08', '09', '10', '11', '12', '13', '14', '15'] as const;
