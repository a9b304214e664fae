import { resolve } from 'node:path';

const LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;

/** What the projector is started with: it joins an installation that exists, and so has no default for what that keeps. */
export interface ProjectorConfig {
  readonly databaseUrl: string;
  /** The log is in the same PostgreSQL when left out. */
  readonly eventStoreUrl?: string;
  readonly keyFile: string;
  /** The file of the keys that the log is signed with; nothing is signed here when left out. */
  readonly checkpointKeys?: string;
  /** `NODE_ENV`: production refuses a key of development. */
  readonly environment: string;
  /** Where `/health/live` and `/health/ready` answer; 0 takes a free port. */
  readonly host: string;
  readonly port: number;
  readonly logLevel: (typeof LEVELS)[number];
}

/** Everything that is wrong with the configuration, at once. Values are not repeated: they may be secrets. */
export class ConfigurationError extends Error {
  constructor(readonly problems: readonly string[]) {
    super(`The configuration is not usable:\n${problems.map((problem) => `  - ${problem}`).join('\n')}`);
  }
}

const DEFAULT_PORT = 3002;

const matches = (rule: RegExp) => (value: string) => rule.test(value);
const isPort = (value: string): boolean => /^\d{1,5}$/.test(value) && Number(value) <= 65_535;

/** Reads the environment. Throws ConfigurationError with all problems. Empty variables count as not set. */
export function readConfig(variables: NodeJS.ProcessEnv): ProjectorConfig {
  const problems: string[] = [];
  const check = (name: string, isRight: (value: string) => boolean, problem: string, whenMissing?: string): string => {
    const value = variables[name] === '' ? undefined : variables[name];
    if (value === undefined && whenMissing !== undefined) return whenMissing;
    if (value === undefined || !isRight(value)) problems.push(`${name} must ${value === undefined ? 'be set' : problem}`);
    return value ?? '';
  };
  const databaseUrl = check('DATABASE_URL', matches(/^postgres(ql)?:\/\//), 'begin with postgres://');
  const eventStoreUrl = check(
    'EVENTSTORE_URL',
    matches(/^(esdb|kurrentdb)(\+discover)?:\/\//),
    'begin with esdb:// or kurrentdb://, with +discover or without',
    '',
  );
  const keyFile = check('KVP_KEY_FILE', matches(/./), 'be a path');
  const checkpointKeys = check('CHECKPOINT_KEYS', matches(/./), 'be a path', '');
  const host = check('HOST', matches(/./), 'be an address', '127.0.0.1');
  const port = check('PORT', isPort, 'be a port', String(DEFAULT_PORT));
  const level = check('LOG_LEVEL', (level) => LEVELS.some((each) => each === level), `be one of ${LEVELS.join(', ')}`, 'info');
  if (problems.length > 0) throw new ConfigurationError(problems);
  return {
    databaseUrl,
    ...(eventStoreUrl === '' ? {} : { eventStoreUrl }),
    keyFile: resolve(keyFile),
    ...(checkpointKeys === '' ? {} : { checkpointKeys: resolve(checkpointKeys) }),
    environment: variables['NODE_ENV'] ?? '',
    host,
    port: Number(port),
    logLevel: level as ProjectorConfig['logLevel'],
  };
}
