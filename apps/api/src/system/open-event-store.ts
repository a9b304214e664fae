import { createEventStoreDbStore, createPostgresEventStore, type EventStore } from '@kvp/event-store';
import type { Logger } from 'pino';
import type { SystemConfig } from '../config/system-config.ts';

/** The log: in KurrentDB when one is configured, else in PostgreSQL. Closes with the stack. */
export function openEventStore(
  { eventStoreUrl }: Pick<SystemConfig, 'eventStoreUrl'>,
  databaseUrl: string,
  log: Logger,
  stack: AsyncDisposableStack,
): EventStore {
  const onTrouble = (error: Error): void => log.warn({ error: error.name }, 'The event store mends a connection.');
  const store =
    eventStoreUrl === undefined
      ? createPostgresEventStore({ connectionString: databaseUrl, onTrouble })
      : createEventStoreDbStore({ connectionString: eventStoreUrl, onTrouble });
  stack.defer(() => store.close());
  return store;
}
