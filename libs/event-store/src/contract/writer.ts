import { text } from 'node:stream/consumers';
import { WrongExpectedRevision } from '../errors.ts';
import type { AppendResult, EventStore, NewEvent } from '../port.ts';
import { events } from './examples.ts';
import type { WriterOrders, WriterReport } from './writers.ts';

/** A process that appends to contended streams, started by `writers.ts`: orders on standard input, a report on standard output. */
const { factory, writers, appends, streams } = JSON.parse(await text(process.stdin)) as WriterOrders;
const module = (await import(factory.module)) as Record<string, (options: unknown) => EventStore | Promise<EventStore>>;
const open = module[factory.name];
if (open === undefined) throw new Error(`${factory.module} exports no ${factory.name}.`);
const store = await open(factory.options);

const done: { lastId: string; position: string }[] = [];
const failures: string[] = [];
await Promise.all(Array.from({ length: writers }, async (_, writer) => write(writer)));
await store.close();
process.stdout.write(JSON.stringify({ appends: done, failures } satisfies WriterReport));

async function write(writer: number): Promise<void> {
  for (let n = 0; n < appends; n += 1) {
    const stream = streams[(writer + n) % streams.length] ?? '';
    const batch = events(1 + (n % 2));
    try {
      const { position } = await appendSomewhere(stream, batch);
      done.push({ lastId: batch.at(-1)?.id ?? '', position });
    } catch (error) {
      failures.push(String(error));
    }
  }
}

/** At the end of the stream, wherever the other writers have moved it. */
async function appendSomewhere(stream: string, batch: readonly NewEvent[]): Promise<AppendResult> {
  for (;;) {
    const head = await store.head(stream);
    try {
      return await store.append(stream, head ?? 'no-stream', batch);
    } catch (error) {
      if (!(error instanceof WrongExpectedRevision)) throw error;
    }
  }
}
