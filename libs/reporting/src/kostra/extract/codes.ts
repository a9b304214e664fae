const BASE64URL = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const BITS_A_CHARACTER = 6;
const JOURNAL_CHARACTERS = 8;
const CASEWORKER = /^[A-Za-z0-9._-]{1,10}$/;

/** The journal number of a case: the first 48 bits of its id in base64url, eight ASCII characters that say nothing of anyone. */
export function journalNumber(caseId: string): string {
  const bits = BigInt(`0x${caseId.replaceAll('-', '').slice(0, (JOURNAL_CHARACTERS * BITS_A_CHARACTER) / 4)}`);
  return Array.from({ length: JOURNAL_CHARACTERS }, (_character, at) => {
    const shift = BigInt((JOURNAL_CHARACTERS - 1 - at) * BITS_A_CHARACTER);
    return BASE64URL.charAt(Number((bits >> shift) & 63n));
  }).join('');
}

/** The caseworker's id where the field has room for it; the field may be blank. */
export const caseworkerNumber = (caseworker: string | null): string =>
  caseworker !== null && CASEWORKER.test(caseworker) ? caseworker : '';
