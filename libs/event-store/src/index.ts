export * from './errors.ts';
export * from './port.ts';
export { startEmbeddedPostgres } from './embedded/embedded.ts';
export type { EmbeddedPostgres, EmbeddedPostgresOptions } from './embedded/embedded.ts';
export { EmbeddedPostgresError } from './embedded/errors.ts';
export { createInMemoryEventStore } from './in-memory/in-memory.ts';
export { InMemoryLog } from './in-memory/log.ts';
export { createPostgresEventStore } from './postgres/postgres.ts';
export type { PostgresEventStoreOptions } from './postgres/postgres.ts';
