/** Social assistance before the application by its code in KOSTRA 11CF (YTELSE_TYPE_SOSHJ); none has no code. */
export const SOCIAL_ASSISTANCE_CODE = { none: null, main: '2', supplementary: '3' } as const;

export const SOCIAL_ASSISTANCE = Object.keys(SOCIAL_ASSISTANCE_CODE) as readonly (keyof typeof SOCIAL_ASSISTANCE_CODE)[];
