import { type ServiceConfig, Variables } from '@kvp/service';

/** What the projector is started with: it joins an installation that exists, and so has no default for what that keeps. */
export interface ProjectorConfig extends ServiceConfig {
  readonly databaseUrl: string;
  /** The log is in the same PostgreSQL when left out. */
  readonly eventStoreUrl?: string;
  readonly keyFile: string;
  /** The file of the keys that the log is signed with; nothing is signed here when left out. */
  readonly checkpointKeys?: string;
  /** `NODE_ENV`: production refuses a key of development. */
  readonly environment: string;
}

const DEFAULT_PORT = 3002;

/** Reads the environment. Throws ConfigurationError with all problems. */
export function readConfig(given: NodeJS.ProcessEnv): ProjectorConfig {
  const variables = new Variables(given);
  const databaseUrl = variables.databaseUrl();
  const eventStoreUrl = variables.eventStoreUrl();
  const keyFile = variables.keyFile();
  const checkpointKeys = variables.checkpointKeys();
  return variables.check({
    ...{ databaseUrl, ...(eventStoreUrl === undefined ? {} : { eventStoreUrl }), keyFile },
    ...(checkpointKeys === undefined ? {} : { checkpointKeys }),
    environment: given['NODE_ENV'] ?? '',
    ...variables.service(DEFAULT_PORT),
  });
}
