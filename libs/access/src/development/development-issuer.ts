import { randomUUID } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Actor } from '@kvp/lifecycle';
import { exportJWK, generateKeyPair, type JWK, SignJWT } from 'jose';
import type { IssuerSettings } from '../tokens/issuer-settings.ts';
import { loadProvider } from './load-provider.ts';
import { providerConfiguration } from './provider-configuration.ts';

export interface DevelopmentIssuer {
  /** What the verifier needs to trust it. */
  readonly settings: IssuerSettings;
  /** Where a client fetches a token with `grant_type=client_credentials`. */
  readonly tokenUrl: string;
  /** A token for any made-up actor, without asking over HTTP: for demos, `kvp play` and specs. */
  tokenFor(actor: Actor): Promise<string>;
  close(): Promise<void>;
}

export interface DevelopmentIssuerOptions {
  /** 0 takes a free one. */
  readonly port: number;
  readonly host?: string;
  /** Seconds that a token lasts. */
  readonly lifetime?: number;
  readonly environment?: string | undefined;
}

export const DEVELOPMENT_AUDIENCE = 'kvp-api';
const ALGORITHM = 'ES256';

/**
 * An OpenID Connect issuer for development: it gives tokens for made-up people to anyone who can reach it. Its keys are made
 * anew at each start and never leave the process. Throws when `NODE_ENV` is `production`, and when the port is taken.
 */
export async function startDevelopmentIssuer(options: DevelopmentIssuerOptions): Promise<DevelopmentIssuer> {
  const { port, host = '127.0.0.1', lifetime = 3_600, environment = process.env.NODE_ENV } = options;
  if (environment === 'production') throw new Error('The development issuer gives tokens to anyone; it does not start in production.');

  const { privateKey } = await generateKeyPair(ALGORITHM, { extractable: true });
  const key: JWK = { ...(await exportJWK(privateKey)), kid: randomUUID(), alg: ALGORITHM, use: 'sig' };
  const server = createServer();
  const issuer = `http://${host}:${await listen(server, port, host)}`;
  const { Provider } = await loadProvider();
  const provider = new Provider(issuer, providerConfiguration({ key, lifetime, audience: DEVELOPMENT_AUDIENCE }));
  const answer = provider.callback();
  server.on('request', (request, response) => void answer(request, response));

  const { kid = '' } = key;
  const tokenFor = ({ id, ...claims }: Actor): Promise<string> =>
    new SignJWT(claims)
      .setProtectedHeader({ alg: ALGORITHM, kid, typ: 'at+jwt' })
      .setIssuer(issuer)
      .setAudience(DEVELOPMENT_AUDIENCE)
      .setSubject(id)
      .setIssuedAt()
      .setExpirationTime(`${lifetime}s`)
      .sign(privateKey);

  return {
    settings: { issuer, audience: DEVELOPMENT_AUDIENCE, jwksUri: `${issuer}/jwks` },
    tokenUrl: `${issuer}/token`,
    tokenFor,
    close: () => close(server),
  };
}

function listen(server: Server, port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve((server.address() as AddressInfo).port);
    });
  });
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
