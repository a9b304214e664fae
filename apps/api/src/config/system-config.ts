import { dirname, join, resolve } from 'node:path';
import type { IssuerSettings } from '@kvp/access';
import type { S3Settings } from '@kvp/documents';
import { ConfigurationError } from '@kvp/service';
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
  /** Letters and attachments lie in `dataDir` when left out. */
  readonly documentStore?: S3Settings;
  /** The development issuer when empty. */
  readonly issuers: readonly IssuerSettings[];
  readonly developmentIssuerPort: number;
  readonly keyFile: string;
  /** The file of the keys that the log is signed with, and the name of the log where one is made. */
  readonly checkpointKeys: string;
  readonly checkpointOrigin: string;
  readonly projector: 'inline' | 'off';
  readonly statistics: 'inline' | 'off';
  readonly statisticsPort: number;
  readonly logLevel: NonNullable<Environment['LOG_LEVEL']>;
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
  const documentStore = s3Settings(env, problems);
  if (problems.length > 0) throw new ConfigurationError(problems);

  const dataDir = resolve(env.KVP_DATA_DIR);
  const keyFile = resolve(env.KVP_KEY_FILE ?? join(dataDir, 'keys.json'));
  return {
    environment: env.NODE_ENV,
    host: env.HOST,
    port: env.PORT,
    dataDir,
    ...(env.DATABASE_URL === undefined ? {} : { databaseUrl: env.DATABASE_URL }),
    ...(env.EVENTSTORE_URL === undefined ? {} : { eventStoreUrl: env.EVENTSTORE_URL }),
    ...(documentStore === undefined ? {} : { documentStore }),
    issuers: env.OIDC_ISSUERS ?? [],
    developmentIssuerPort: env.DEV_ISSUER_PORT,
    keyFile,
    checkpointKeys: resolve(env.CHECKPOINT_KEYS ?? join(dirname(keyFile), 'checkpoint-keys.json')),
    checkpointOrigin: env.CHECKPOINT_ORIGIN,
    projector: env.PROJECTOR,
    statistics: env.STATISTICS ?? statisticsByDefault(env),
    statisticsPort: env.STATISTICS_PORT,
    logLevel: env.LOG_LEVEL ?? (env.NODE_ENV === 'production' ? 'info' : 'warn'),
  };
}

/** In production nothing opens a door that was not asked for. */
const statisticsByDefault = ({ NODE_ENV, KAFKA_BROKERS }: Environment): SystemConfig['statistics'] =>
  NODE_ENV === 'production' || KAFKA_BROKERS !== undefined ? 'off' : 'inline';

/** All of them or none: half a store is a mistake. */
function s3Settings(env: Environment, problems: string[]): S3Settings | undefined {
  const { DOCUMENTS_S3_ENDPOINT: endpoint, DOCUMENTS_S3_BUCKET: bucket, DOCUMENTS_S3_REGION: region } = env;
  const { DOCUMENTS_S3_ACCESS_KEY_ID: accessKeyId, DOCUMENTS_S3_SECRET_ACCESS_KEY: secretAccessKey } = env;
  const given = { endpoint, bucket, accessKeyId, secretAccessKey };
  if (Object.values(given).every((value) => value === undefined)) return undefined;
  if (endpoint !== undefined && bucket !== undefined && accessKeyId !== undefined && secretAccessKey !== undefined)
    return { endpoint, bucket, region, accessKeyId, secretAccessKey };
  const names = ['ENDPOINT', 'BUCKET', 'ACCESS_KEY_ID', 'SECRET_ACCESS_KEY'].map((name) => `DOCUMENTS_S3_${name}` as const);
  problems.push(
    ...names
      .filter((name) => env[name as keyof Environment] === undefined)
      .map((name) => `${name} must be set with the rest of DOCUMENTS_S3`),
  );
  return undefined;
}

function messagesOf({ property, constraints = {}, children = [] }: ValidationError, path: string): string[] {
  const here = path === '' ? property : `${path}.${property}`;
  const own = Object.values(constraints).map((message) =>
    message.startsWith(property) ? here + message.slice(property.length) : `${here}: ${message}`,
  );
  return [...own, ...children.flatMap((child) => messagesOf(child, here))];
}
