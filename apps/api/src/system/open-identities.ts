import { createTokenVerifier, type DevelopmentIssuer, startDevelopmentIssuer, type TokenVerifier } from '@kvp/access';
import { onPort } from '@kvp/service';
import type { SystemConfig } from '../config/system-config.ts';

export interface Identities {
  readonly tokens: TokenVerifier;
  /** Only where no issuer is configured. */
  readonly developmentIssuer: DevelopmentIssuer | undefined;
}

/** The configured issuers; without any, one for development, which closes with the stack and refuses to start in production. */
export async function openIdentities(config: SystemConfig, stack: AsyncDisposableStack): Promise<Identities> {
  if (config.issuers.length > 0) return { tokens: createTokenVerifier(config.issuers), developmentIssuer: undefined };
  const { developmentIssuerPort: port, environment } = config;
  const developmentIssuer = await onPort('DEV_ISSUER_PORT', port, startDevelopmentIssuer({ port, environment }));
  stack.defer(() => developmentIssuer.close());
  return { tokens: createTokenVerifier([developmentIssuer.settings]), developmentIssuer };
}
