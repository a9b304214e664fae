import { type KafkaConfig, type ServiceConfig, Variables } from '@kvp/service';

/** What the statistics are started with: a database of their own, and no key file. */
export interface StatisticsConfig extends ServiceConfig {
  readonly databaseUrl: string;
  readonly kafka: KafkaConfig;
}

const DEFAULT_PORT = 3004;

/** Reads the environment. Throws ConfigurationError with all problems. */
export function readConfig(given: NodeJS.ProcessEnv): StatisticsConfig {
  const variables = new Variables(given);
  return variables.check({ databaseUrl: variables.databaseUrl(), kafka: variables.kafka(), ...variables.service(DEFAULT_PORT) });
}
