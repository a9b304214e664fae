import { resolve } from 'node:path';

const LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;

/** What the relay is started with: it joins an installation that exists, and so has no default for what that keeps. */
export interface RelayConfig {
  readonly databaseUrl: string;
  /** The log is in the same PostgreSQL when left out. */
  readonly eventStoreUrl?: string;
  readonly keyFile: string;
  readonly kafka: KafkaConfig;
  /** Where `/health/live`, `/health/ready` and `/metrics` answer; 0 takes a free port. */
  readonly host: string;
  readonly port: number;
  readonly logLevel: (typeof LEVELS)[number];
}

/** How the brokers are reached. */
export interface KafkaConfig {
  readonly brokers: string;
  readonly prefix: string;
  /** Files of certificates, where the brokers demand them. */
  readonly tls?: { readonly caPath: string; readonly certificatePath: string; readonly privateKeyPath: string };
}

/** Everything that is wrong with the configuration, at once. Values are not repeated: they may be secrets. */
export class ConfigurationError extends Error {
  constructor(readonly problems: readonly string[]) {
    super(`The configuration is not usable:\n${problems.map((problem) => `  - ${problem}`).join('\n')}`);
  }
}

const DEFAULT_PORT = 3003;
const TLS = ['KAFKA_CA_PATH', 'KAFKA_CERTIFICATE_PATH', 'KAFKA_PRIVATE_KEY_PATH'] as const;

const matches = (rule: RegExp) => (value: string) => rule.test(value);
const isPort = (value: string): boolean => /^\d{1,5}$/.test(value) && Number(value) <= 65_535;

/** Reads the environment. Throws ConfigurationError with all problems. Empty variables count as not set. */
export function readConfig(variables: NodeJS.ProcessEnv): RelayConfig {
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
  const brokers = check('KAFKA_BROKERS', matches(/^[^\s,:]+:\d+(,\s*[^\s,:]+:\d+)*$/), 'be host:port, several parted by commas');
  const prefix = check('KAFKA_TOPIC_PREFIX', matches(/^[a-zA-Z0-9._-]{1,100}$/), 'be of letters, digits, dots, dashes', 'kvp.');
  const [caPath = '', certificatePath = '', privateKeyPath = ''] = TLS.map((name) => check(name, matches(/./), 'be a path', ''));
  const given = [caPath, certificatePath, privateKeyPath].filter((path) => path !== '').length;
  if (given !== 0 && given !== TLS.length) problems.push(`${TLS.join(', ')} must be set together`);
  const host = check('HOST', matches(/./), 'be an address', '127.0.0.1');
  const port = check('PORT', isPort, 'be a port', String(DEFAULT_PORT));
  const level = check('LOG_LEVEL', (level) => LEVELS.some((each) => each === level), `be one of ${LEVELS.join(', ')}`, 'info');
  if (problems.length > 0) throw new ConfigurationError(problems);
  return {
    databaseUrl,
    ...(eventStoreUrl === '' ? {} : { eventStoreUrl }),
    keyFile: resolve(keyFile),
    kafka: { brokers, prefix, ...(given === 0 ? {} : { tls: { caPath, certificatePath, privateKeyPath } }) },
    host,
    port: Number(port),
    logLevel: level as RelayConfig['logLevel'],
  };
}
