import { afterAll, beforeAll, expect, test } from '@jest/globals';
import {
  type EventStore,
  type RecordedEvent,
  createEventStoreDbStore,
  createInMemoryEventStore,
  createPostgresEventStore,
} from '@kvp/event-store';
import { GrowingTree, toHex } from '@kvp/proof';
import pg from 'pg';
import { ChildDouble } from '../../../../test/support/eventstore-double/index.ts';
import { type TestDatabase, testDatabase } from '../../../../test/support/postgres.ts';
import { until } from '../../../../test/support/until.ts';
import { rootOf } from '../checkpoints/sign-checkpoint.ts';
import { LogWriter } from '../testing/written-log.ts';
import { leafOf } from './grow-tree.ts';
import { readHead } from './kept-tree.ts';
import { prepareTree } from './tables.ts';
import { type TreeKeeper, createTreeKeeper } from './tree-keeper.ts';

let stack: AsyncDisposableStack;
beforeAll(() => {
  stack = new AsyncDisposableStack();
});
afterAll(() => stack.disposeAsync());

async function openDatabase(): Promise<{ database: TestDatabase; pool: pg.Pool }> {
  const database = await testDatabase();
  stack.defer(() => database.drop());
  const pool = new pg.Pool({ connectionString: database.connectionString });
  stack.defer(() => pool.end());
  await prepareTree(pool);
  return { database, pool };
}

/** The root over a log, each leaf added in the order that the store gives. */
async function rootOfLog(store: EventStore): Promise<{ size: number; root: string }> {
  const tree = new GrowingTree();
  for await (const page of store.subscribeAll()) {
    for (const event of page.events) tree.add(leafOf(event));
    if (page.caughtUp) break;
  }
  return { size: tree.size, root: toHex(tree.root()) };
}

async function keptRoot(pool: pg.Pool): Promise<{ size: number; root: string }> {
  const { size } = await readHead(pool);
  return { size, root: toHex(await rootOf(pool, size)) };
}

function start(keeper: TreeKeeper): () => Promise<void> {
  const stop = new AbortController();
  const ended = keeper.run(stop.signal);
  const end = async (): Promise<void> => {
    stop.abort();
    await ended;
  };
  stack.defer(end);
  return end;
}

const reaches = (keeper: TreeKeeper, size: number) =>
  until(`the tree has ${size} leaves`, 20_000, () => (keeper.status().size === size ? true : undefined));

const stores: Readonly<Record<string, (connectionString: string) => Promise<EventStore>>> = {
  'in memory': async () => createInMemoryEventStore(),
  'on PostgreSQL': async (connectionString) => createPostgresEventStore({ connectionString }),
  'on the protocol double of EventStoreDB': async () => {
    const double = await ChildDouble.start();
    stack.defer(() => double.dispose());
    return createEventStoreDbStore({ connectionString: double.connectionString });
  },
};

test.each(Object.entries(stores))('a log %s grows into a tree, through restarts, leaf by leaf in its order', async (_name, open) => {
  const { database, pool } = await openDatabase();
  const store = await open(database.connectionString);
  stack.defer(() => store.close());
  const writer = new LogWriter(store);
  await writer.write(300);

  const first = createTreeKeeper({ store, pool });
  const end = start(first);
  await reaches(first, 300);
  await writer.write(40);
  await reaches(first, 340);
  await end();
  await writer.write(200);

  const second = createTreeKeeper({ store, pool });
  const standby = createTreeKeeper({ store, pool });
  const [endSecond] = [start(second), start(standby)];
  await until('one of them has it', 20_000, () => ([second, standby].some((each) => each.status().size === 540) ? true : undefined));
  await until('the other stands by', 20_000, () =>
    [second, standby].some((each) => each.status().state === 'standby') ? true : undefined,
  );
  expect([second, standby].map((each) => each.status().size).sort()).toEqual([0, 540]);
  expect(await keptRoot(pool)).toEqual(await rootOfLog(store));
  await endSecond();
});

test('an event without a hash stops the tree before it, and is named', async () => {
  const { pool } = await openDatabase();
  const store = createInMemoryEventStore();
  await new LogWriter(store).write(5);
  const bare = { id: '6ba7b810-9dad-41d1-80b4-00c04fd430c8', type: 'ClaimAbandoned', version: 1, data: {}, sealed: null, metadata: {} };
  await store.append('case-x', 'no-stream', [bare]);
  const keeper = createTreeKeeper({ store, pool });
  await keeper.run(new AbortController().signal);
  expect(keeper.status()).toMatchObject({ state: 'stopped', reason: expect.stringContaining('case-x revision 0') });
  expect(await readHead(pool)).toEqual({ size: 0, position: null });
});

test('the hash of an event is its leaf, whatever store it was read from', async () => {
  const event = { stream: 'case-a', revision: 0, metadata: { hash: 'ab'.repeat(32) } } as unknown as RecordedEvent;
  expect(toHex(leafOf(event))).toHaveLength(64);
  expect(() => leafOf({ ...event, metadata: { hash: 'AB'.repeat(32) } })).toThrow('case-a revision 0');
});
