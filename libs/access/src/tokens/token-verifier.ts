import type { Actor } from '@kvp/lifecycle';
import { createRemoteJWKSet, decodeJwt, errors, type JWTPayload, type JWTVerifyGetKey, jwtVerify } from 'jose';
import { actorFromClaims } from './actor-from-claims.ts';
import type { IssuerSettings } from './issuer-settings.ts';
import { TokenCache } from './token-cache.ts';
import { IssuerUnavailable, type TokenFault, TokenRefused } from './token-errors.ts';

/** Asymmetric signatures only: with a shared secret, whoever can check a token could make one. */
const ALGORITHMS = ['ES256', 'ES384', 'PS256', 'RS256', 'EdDSA'];
const CLOCK_TOLERANCE_SECONDS = 5;
const FETCH_TIMEOUT_MS = 3_000;
const LONGEST_TOKEN = 16_384;

export interface TokenVerifier {
  /** Who the token speaks for. Throws `TokenRefused`, or `IssuerUnavailable` when the issuer's keys cannot be fetched. */
  readonly verify: (token: string) => Promise<Actor>;
}

interface Trusted {
  readonly settings: IssuerSettings;
  readonly keys: () => Promise<JWTVerifyGetKey>;
}

/** Checks signature, issuer, audience and times of a token against the issuers that are trusted; any other is refused. */
export function createTokenVerifier(issuers: readonly IssuerSettings[], nowMs: () => number = Date.now): TokenVerifier {
  const trusted = new Map<string, Trusted>(issuers.map((settings) => [settings.issuer, { settings, keys: keysOf(settings) }]));
  const cache = new TokenCache();

  const verify = async (token: string): Promise<Actor> => {
    const known = cache.get(token, nowMs() / 1_000);
    if (known !== undefined) return known;

    const issuer = trusted.get(claimedIssuer(token));
    if (issuer === undefined) throw new TokenRefused('unknown-issuer', 'The token comes from an issuer that is not trusted here.');
    const payload = await checked(token, issuer, new Date(nowMs()));
    const actor = actorFromClaims(payload, issuer.settings);
    cache.set(token, { actor, expires: payload.exp ?? 0 });
    return actor;
  };
  return { verify };
}

/** Read before anything is verified, only to choose whose keys to verify with. */
function claimedIssuer(token: string): string {
  if (token.length > LONGEST_TOKEN) throw new TokenRefused('malformed', 'The token is too long.');
  try {
    return decodeJwt(token).iss ?? '';
  } catch {
    throw new TokenRefused('malformed', 'The token is no JSON Web Token.');
  }
}

async function checked(token: string, { settings, keys }: Trusted, currentDate: Date): Promise<JWTPayload> {
  try {
    const { payload } = await jwtVerify(token, await keys(), {
      issuer: settings.issuer,
      audience: settings.audience,
      algorithms: ALGORITHMS,
      requiredClaims: ['exp', 'iss', 'aud'],
      clockTolerance: CLOCK_TOLERANCE_SECONDS,
      currentDate,
    });
    return payload;
  } catch (error) {
    const fault = faultOf(error);
    if (fault === undefined) throw new IssuerUnavailable(settings.issuer);
    throw new TokenRefused(fault, `The token was not taken: ${fault}.`);
  }
}

/** Undefined when the fault is not the token's: keys that could not be fetched or read. */
function faultOf(error: unknown): TokenFault | undefined {
  if (error instanceof errors.JWTExpired) return 'expired';
  if (error instanceof errors.JWTClaimValidationFailed) {
    if (error.claim === 'nbf') return 'not-yet-valid';
    return error.claim === 'aud' ? 'audience' : 'claims';
  }
  if (error instanceof errors.JWKSNoMatchingKey || error instanceof errors.JWKSMultipleMatchingKeys) return 'signature';
  if (error instanceof errors.JWSSignatureVerificationFailed || error instanceof errors.JOSEAlgNotAllowed) return 'signature';
  if (error instanceof errors.JWSInvalid || error instanceof errors.JWTInvalid || error instanceof errors.JOSENotSupported)
    return 'malformed';
  return undefined;
}

/** The issuer's keys, found once; a failed look-up is not remembered. */
function keysOf({ issuer, jwksUri }: IssuerSettings): () => Promise<JWTVerifyGetKey> {
  let found: Promise<JWTVerifyGetKey> | undefined;
  const find = async (): Promise<JWTVerifyGetKey> => {
    const url = new URL(jwksUri ?? (await discover(issuer)));
    return createRemoteJWKSet(url, { timeoutDuration: FETCH_TIMEOUT_MS, cooldownDuration: 10_000, cacheMaxAge: 600_000 });
  };
  return () => {
    found ??= find().catch((error: unknown) => {
      found = undefined;
      throw error;
    });
    return found;
  };
}

async function discover(issuer: string): Promise<string> {
  const response = await fetch(`${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`, {
    signal: AbortSignal.timeout(FETCH_TIMEOUT_MS),
    redirect: 'error',
  });
  const document: unknown = await response.json();
  const uri = typeof document === 'object' && document !== null && 'jwks_uri' in document ? document.jwks_uri : undefined;
  if (typeof uri !== 'string') throw new IssuerUnavailable(issuer);
  return uri;
}
