import { type KafkaConfig, type ServiceConfig, Variables } from '@kvp/service';

/** What the relay is started with: it joins an installation that exists, and so has no default for what that keeps. */
export interface RelayConfig extends ServiceConfig {
  readonly databaseUrl: string;
  /** The log is in the same PostgreSQL when left out. */
  readonly eventStoreUrl?: string;
  readonly keyFile: string;
  readonly kafka: KafkaConfig;
}

const DEFAULT_PORT = 3003;

/** Reads the environment. Throws ConfigurationError with all problems. */
export function readConfig(given: NodeJS.ProcessEnv): RelayConfig {
  const variables = new Variables(given);
  const databaseUrl = variables.databaseUrl();
  const eventStoreUrl = variables.eventStoreUrl();
  const config = { databaseUrl, ...(eventStoreUrl === undefined ? {} : { eventStoreUrl }), keyFile: variables.keyFile() };
  return variables.check({ ...config, kafka: variables.kafka(), ...variables.service(DEFAULT_PORT) });
}
