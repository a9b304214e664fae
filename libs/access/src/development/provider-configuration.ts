import { randomBytes } from 'node:crypto';
import type { JWK } from 'jose';
import type { Configuration, KoaContextWithOIDC } from 'oidc-provider';
import { MemoryAdapter } from './memory-adapter.ts';
import { DEVELOPMENT_SECRET, developmentClients } from './people.ts';

interface ProviderParts {
  readonly key: JWK;
  /** Seconds. */
  readonly lifetime: number;
  readonly audience: string;
}

const actorOf = new Map(developmentClients.map(({ clientId, actor }) => [clientId, actor]));

/** One grant (client credentials), one resource (our API), signed access tokens that carry who, role, municipality and office. */
export function providerConfiguration({ key, lifetime, audience }: ProviderParts): Configuration {
  return {
    clients: developmentClients.map(({ clientId }) => ({
      client_id: clientId,
      client_secret: DEVELOPMENT_SECRET,
      grant_types: ['client_credentials'],
      redirect_uris: [],
      response_types: [],
      id_token_signed_response_alg: 'ES256',
    })),
    adapter: MemoryAdapter,
    jwks: { keys: [key] },
    cookies: { keys: [randomBytes(32).toString('base64url')] },
    ttl: { ClientCredentials: lifetime },
    features: {
      devInteractions: { enabled: false },
      clientCredentials: { enabled: true },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => `urn:${audience}`,
        useGrantedResource: () => true,
        getResourceServerInfo: () => ({
          scope: '',
          audience,
          accessTokenFormat: 'jwt',
          accessTokenTTL: lifetime,
          jwt: { sign: { alg: 'ES256' } },
        }),
      },
    },
    extraTokenClaims: (_context: KoaContextWithOIDC, token) => {
      const actor = actorOf.get(token.clientId ?? '');
      if (actor === undefined) return undefined;
      const { id: _, ...claims } = actor;
      return claims;
    },
  };
}
