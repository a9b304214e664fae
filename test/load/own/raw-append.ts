import { randomUUID } from 'node:crypto';
import { type EventStore, type RecordedEvent, createPostgresEventStore } from '@kvp/event-store';
import { closedLoop, type Load, type Measured } from '../harness/closed-loop.ts';
import { ownProcessorTime } from '../harness/processor-time.ts';
import { program } from '../harness/program.ts';

export interface RawAppend {
  readonly connectionString: string;
  readonly caseIds: readonly string[];
  readonly loads: readonly Load[];
}

export interface RawAppended {
  readonly measured: readonly Measured[];
  /** Of the event that was appended, as JSON: data, sealed part and metadata. */
  readonly eventBytes: number;
}

/** Appends a registration of attendance, envelope and all, again and again: what the store alone can take. */
await program(async ({ connectionString, caseIds, loads }: RawAppend): Promise<RawAppended> => {
  const store = createPostgresEventStore({ connectionString });
  const cases = await Promise.all(
    caseIds.map(async (caseId) => ({ stream: `case-${caseId}`, revision: await store.head(`case-${caseId}`) })),
  );
  const { type, version, data, sealed, metadata } = await lastOf(store, cases[0]?.stream ?? '');
  const measured: Measured[] = [];
  let next = 0;
  for (const load of loads) {
    const append = async (): Promise<undefined> => {
      const target = cases[next++ % cases.length];
      if (target === undefined || target.revision === null) throw new Error('A case is missing in the log.');
      const event = { id: randomUUID(), type, version, data, sealed, metadata };
      ({ revision: target.revision } = await store.append(target.stream, target.revision, [event]));
    };
    measured.push(await closedLoop(load, append, ownProcessorTime));
  }
  await store.close();
  return { measured, eventBytes: Buffer.byteLength(JSON.stringify({ data, sealed, metadata })) };
});

async function lastOf(store: EventStore, stream: string): Promise<RecordedEvent> {
  for await (const event of store.readStream(stream, { direction: 'backwards', limit: 1 })) return event;
  throw new Error('A case is missing in the log.');
}
