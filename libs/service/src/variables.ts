import { resolve } from 'node:path';
import { ConfigurationError } from './configuration-error.ts';

const LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;
export type LogLevel = (typeof LEVELS)[number];

/** How the brokers are reached. */
export interface KafkaConfig {
  readonly brokers: string;
  /** Before the names of topics. */
  readonly prefix: string;
  /** Files of certificates, where the brokers demand them. */
  readonly tls?: { readonly caPath: string; readonly certificatePath: string; readonly privateKeyPath: string };
}

/** What every process of ours says of itself. */
export interface ServiceConfig {
  /** Where its door is; port 0 takes a free one. */
  readonly host: string;
  readonly port: number;
  readonly logLevel: LogLevel;
}

const TLS = ['KAFKA_CA_PATH', 'KAFKA_CERTIFICATE_PATH', 'KAFKA_PRIVATE_KEY_PATH'] as const;
const isPort = (value: string): boolean => /^\d{1,5}$/.test(value) && Number(value) <= 65_535;

/** Reads the environment variable by variable, and gathers what is wrong. Empty variables count as not set. */
export class Variables {
  readonly #problems: string[] = [];

  constructor(private readonly given: NodeJS.ProcessEnv) {}

  /** PostgreSQL. */
  databaseUrl(): string {
    return this.#read('DATABASE_URL', /^postgres(ql)?:\/\//, 'begin with postgres://');
  }

  /** KurrentDB or EventStoreDB; undefined where the log is in the same PostgreSQL. */
  eventStoreUrl(): string | undefined {
    const problem = 'begin with esdb:// or kurrentdb://, with +discover or without';
    return this.#read('EVENTSTORE_URL', /^(esdb|kurrentdb)(\+discover)?:\/\//, problem, '') || undefined;
  }

  keyFile(): string {
    return resolve(this.#read('KVP_KEY_FILE', /./, 'be a path'));
  }

  /** The file of the keys that the log is signed with; undefined where nothing is signed. */
  checkpointKeys(): string | undefined {
    const path = this.#read('CHECKPOINT_KEYS', /./, 'be a path', '');
    return path === '' ? undefined : resolve(path);
  }

  kafka(): KafkaConfig {
    const brokers = this.#read('KAFKA_BROKERS', /^[^\s,:]+:\d+(,\s*[^\s,:]+:\d+)*$/, 'be host:port, several parted by commas');
    const prefix = this.#read('KAFKA_TOPIC_PREFIX', /^[a-zA-Z0-9._-]{1,100}$/, 'be of letters, digits, dots, dashes', 'kvp.');
    const [caPath = '', certificatePath = '', privateKeyPath = ''] = TLS.map((name) => this.#read(name, /./, 'be a path', ''));
    const given = [caPath, certificatePath, privateKeyPath].filter((path) => path !== '').length;
    if (given !== 0 && given !== TLS.length) this.#problems.push(`${TLS.join(', ')} must be set together`);
    return { brokers, prefix, ...(given === 0 ? {} : { tls: { caPath, certificatePath, privateKeyPath } }) };
  }

  service(defaultPort: number): ServiceConfig {
    const host = this.#read('HOST', /./, 'be an address', '127.0.0.1');
    const port = this.#read('PORT', isPort, 'be a port', String(defaultPort));
    const level = this.#read('LOG_LEVEL', (value) => LEVELS.some((each) => each === value), `be one of ${LEVELS.join(', ')}`, 'info');
    return { host, port: Number(port), logLevel: level as LogLevel };
  }

  /** Throws ConfigurationError with everything that was wrong so far. */
  check<Config>(config: Config): Config {
    if (this.#problems.length > 0) throw new ConfigurationError(this.#problems);
    return config;
  }

  #read(name: string, rule: RegExp | ((value: string) => boolean), problem: string, whenMissing?: string): string {
    const value = this.given[name] === '' ? undefined : this.given[name];
    if (value === undefined && whenMissing !== undefined) return whenMissing;
    const isRight = value !== undefined && (typeof rule === 'function' ? rule(value) : rule.test(value));
    if (!isRight) this.#problems.push(`${name} must ${value === undefined ? 'be set' : problem}`);
    return value ?? '';
  }
}
