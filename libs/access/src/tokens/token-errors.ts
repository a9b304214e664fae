/** Why a token was not taken: it could not be read, was not ours, had run out, or lacked a claim. */
export type TokenFault = 'malformed' | 'unknown-issuer' | 'expired' | 'not-yet-valid' | 'signature' | 'audience' | 'claims';

/** The token is no good, and another one is needed. The message never repeats any of it. */
export class TokenRefused extends Error {
  override readonly name = 'TokenRefused';
  constructor(
    readonly fault: TokenFault,
    message: string,
  ) {
    super(message);
  }
}

/** The issuer's keys could not be fetched: nobody can tell whether the token is good. Try again. */
export class IssuerUnavailable extends Error {
  override readonly name = 'IssuerUnavailable';
  constructor(issuer: string) {
    super(`The keys of ${issuer} could not be fetched.`);
  }
}
