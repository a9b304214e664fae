import { getPostgreSQLEventStore } from '@event-driven-io/emmett-postgresql';
import { program } from '../harness/program.ts';
import { attendance, caseName, opened } from './case-events.ts';

export interface EmmettSeed {
  readonly connectionString: string;
  readonly cases: number;
  readonly eventsPerCase: number;
  readonly bytes: number;
  /**
   * Writers side by side. Emmett's consumer orders by transaction and goes on by position: it passes over events of writers that
   * committed out of order, so a store that is to be projected whole must be written by one.
   */
  readonly writers: number;
}

/** Fills Emmett's store with cases as long as ours, each in one append. */
await program(async ({ connectionString, cases, eventsPerCase, bytes, writers }: EmmettSeed) => {
  const store = getPostgreSQLEventStore(connectionString);
  await store.schema.migrate();
  let next = 0;
  const worker = async (): Promise<void> => {
    for (let index = next++; index < cases; index = next++) {
      const caseId = caseName(index);
      const weeks = Array.from({ length: eventsPerCase - 1 }, (_, week) => attendance(caseId, week, bytes));
      await store.appendToStream(caseId, [opened(caseId, bytes), ...weeks]);
    }
  };
  await Promise.all(Array.from({ length: writers }, worker));
  await store.close();
  return { events: cases * eventsPerCase };
});
