import { join, resolve } from 'node:path';
import type { IssuerSettings } from '@kvp/access';
import { plainToInstance } from 'class-transformer';
import { type ValidationError, validateSync } from 'class-validator';
import { Environment } from './environment.ts';

/** What a system is started with. */
export interface SystemConfig {
  readonly environment: Environment['NODE_ENV'];
  readonly host: string;
  /** 0 takes a free one. */
  readonly port: number;
  readonly dataDir: string;
  /** An embedded PostgreSQL in `dataDir` when left out. */
  readonly databaseUrl?: string;
  /** The log is kept in PostgreSQL when left out. */
  readonly eventStoreUrl?: string;
  /** The development issuer when empty. */
  readonly issuers: readonly IssuerSettings[];
  readonly developmentIssuerPort: number;
  readonly keyFile: string;
  readonly projector: 'inline' | 'off';
  readonly logLevel: NonNullable<Environment['LOG_LEVEL']>;
}

/** Everything that is wrong with the configuration, at once. Values are not repeated: they may be secrets. */
export class ConfigurationError extends Error {
  constructor(readonly problems: readonly string[]) {
    super(`The configuration is not usable:\n${problems.map((problem) => `  - ${problem}`).join('\n')}`);
  }
}

/** What production must say for itself: it starts on no default that would lose data or let anyone in. */
const neededInProduction = ['DATABASE_URL', 'OIDC_ISSUERS', 'KVP_KEY_FILE'] as const;

/** Reads the environment. Throws `ConfigurationError` with all problems. Empty variables count as not set. */
export function readConfig(variables: NodeJS.ProcessEnv): SystemConfig {
  const given = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== undefined && value !== ''));
  const env = plainToInstance(Environment, given, { exposeDefaultValues: true });
  const problems = validateSync(env, { stopAtFirstError: true }).flatMap((error) => messagesOf(error, ''));
  if (env.NODE_ENV === 'production')
    problems.push(...neededInProduction.filter((name) => env[name] === undefined).map((name) => `${name} must be set in production`));
  if (problems.length > 0) throw new ConfigurationError(problems);

  const dataDir = resolve(env.KVP_DATA_DIR);
  return {
    environment: env.NODE_ENV,
    host: env.HOST,
    port: env.PORT,
    dataDir,
    ...(env.DATABASE_URL === undefined ? {} : { databaseUrl: env.DATABASE_URL }),
    ...(env.EVENTSTORE_URL === undefined ? {} : { eventStoreUrl: env.EVENTSTORE_URL }),
    issuers: env.OIDC_ISSUERS ?? [],
    developmentIssuerPort: env.DEV_ISSUER_PORT,
    keyFile: resolve(env.KVP_KEY_FILE ?? join(dataDir, 'keys.json')),
    projector: env.PROJECTOR,
    logLevel: env.LOG_LEVEL ?? (env.NODE_ENV === 'production' ? 'info' : 'warn'),
  };
}

function messagesOf({ property, constraints = {}, children = [] }: ValidationError, path: string): string[] {
  const here = path === '' ? property : `${path}.${property}`;
  const own = Object.values(constraints).map((message) =>
    message.startsWith(property) ? here + message.slice(property.length) : `${here}: ${message}`,
  );
  return [...own, ...children.flatMap((child) => messagesOf(child, here))];
}
