import { pongoSingleStreamProjection, rebuildPostgreSQLProjections } from '@event-driven-io/emmett-postgresql';
import pg from 'pg';
import { program } from '../harness/program.ts';
import { type CaseEvent, type CaseState, evolve, initialState } from './case-events.ts';

export interface EmmettProjection {
  readonly connectionString: string;
  /** What the store holds. */
  readonly events: number;
  readonly cases: number;
  /** Events a batch; Emmett's own default is 100. */
  readonly batchSize: number;
}

/** Rebuilds one document a case with Emmett's own rebuild, and makes sure that all are there. */
await program(async ({ connectionString, events, cases, batchSize }: EmmettProjection) => {
  const collectionName = `status_${batchSize}`;
  const projection = pongoSingleStreamProjection<CaseState, CaseEvent>({
    collectionName,
    canHandle: ['CaseOpened', 'AttendanceRegistered'],
    initialState,
    evolve: (document: CaseState, event: CaseEvent) => evolve(document, event),
  });
  const consumer = rebuildPostgreSQLProjections<CaseEvent>({ connectionString, projections: [projection], pulling: { batchSize } });
  const from = performance.now();
  await consumer.start();
  const seconds = (performance.now() - from) / 1_000;
  await consumer.close();

  const client = new pg.Client({ connectionString });
  await client.connect();
  const { rows } = await client.query<{ documents: string }>(`select count(*) as documents from ${collectionName}`);
  await client.end();
  const documents = Number(rows[0]?.documents);
  if (documents !== cases) throw new Error(`Emmett's projection made ${documents} documents of ${cases}.`);
  return { events, perSecond: events / seconds };
});
