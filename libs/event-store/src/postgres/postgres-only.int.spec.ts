import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { startTcpProxy } from '../../../../test/support/tcp-proxy.ts';
import type { TcpProxy } from '../../../../test/support/tcp-proxy.ts';
import { testDatabase } from '../../../../test/support/postgres.ts';
import type { TestDatabase } from '../../../../test/support/postgres.ts';
import { DuplicateEventId, InvalidPosition, StreamNotFound, WrongExpectedRevision } from '../errors.ts';
import type { EventStore, Position } from '../port.ts';
import { createPostgresEventStore } from './postgres.ts';
import type { PostgresEventStoreOptions } from './postgres.ts';

/** What only this adapter promises, beyond the contract. */
let database: TestDatabase;
const opened: EventStore[] = [];

beforeAll(async () => {
  database = await testDatabase();
});
afterAll(async () => {
  await Promise.all(opened.map((store) => store.close()));
  await database.drop();
});

function open(options: Partial<PostgresEventStoreOptions> = {}): EventStore {
  const store = createPostgresEventStore({ connectionString: database.connectionString, ...options });
  opened.push(store);
  return store;
}

const anEvent = (id: string = randomUUID()) => ({ id, type: 'Happened', version: 1, data: {}, sealed: null, metadata: {} });
const freshStream = (): string => `stream-${randomUUID()}`;

async function connected<T>(work: (client: pg.Client) => Promise<T>, connectionString = database.connectionString): Promise<T> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

describe('the tables', () => {
  test('are made by whoever comes first, of many who come at once', async () => {
    const empty = await testDatabase();
    const stores = Array.from({ length: 6 }, () => open({ connectionString: empty.connectionString }));
    await Promise.all(stores.map((store) => store.append(freshStream(), 'no-stream', [anEvent()])));
    expect(await stores[0]!.head()).toBe('00000000000000000006');
    await Promise.all(stores.map((store) => store.close()));
    await empty.drop();
  });

  test('let nobody change or delete an event', async () => {
    const store = open();
    const stream = freshStream();
    await store.append(stream, 'no-stream', [anEvent()]);
    await connected(async (client) => {
      for (const text of ["update log.event set data = '{}'", 'delete from log.event', 'truncate log.event']) {
        await expect(client.query(text)).rejects.toThrow('never changed or deleted');
      }
    });
    expect(await store.head(stream)).toBe(0);
  });

  test('leave types of other users of the driver as they are', async () => {
    open();
    const rows = await connected(async (client) => (await client.query<{ n: unknown }>('select 1::bigint as n')).rows);
    expect(rows).toEqual([{ n: '1' }]); // as text, which is pg's own choice
  });
});

describe('positions', () => {
  test('are counted without holes, whatever fails in between', async () => {
    const store = open();
    const taken = anEvent();
    const { position } = await store.append(freshStream(), 'no-stream', [taken]);
    const attempts = Array.from({ length: 30 }, (_, n) => {
      if (n % 10 === 1) return store.append(freshStream(), 'no-stream', [anEvent(), anEvent(taken.id)]);
      if (n % 10 === 2) return store.append(freshStream(), 4, [anEvent()]);
      return store.append(freshStream(), 'no-stream', [anEvent()]);
    });
    const outcomes = await Promise.allSettled(attempts);
    const errors = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason as Error] : []));
    expect(errors.filter((error) => error instanceof DuplicateEventId)).toHaveLength(3);
    expect(errors.filter((error) => error instanceof WrongExpectedRevision)).toHaveLength(3);
    const places = outcomes.flatMap((outcome) => (outcome.status === 'fulfilled' ? [Number(outcome.value.position)] : []));
    expect(places.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 24 }, (_, n) => Number(position) + 1 + n));
  });

  test('of another kind of store, or beyond the end of the log, are refused', async () => {
    const store = open();
    await store.append(freshStream(), 'no-stream', [anEvent()]);
    for (const after of ['00000000000000000012/00000000000000000012', '12', 'x', '00000000000099999999']) {
      const subscription = store.subscribeAll({ after: after as Position })[Symbol.asyncIterator]();
      await expect(subscription.next()).rejects.toThrow(InvalidPosition);
    }
  });
});

describe('a writer that hangs while it holds the lock', () => {
  /** Takes the lock of all writers, and says nothing more. */
  async function holdLock(client: pg.Client): Promise<void> {
    await client.query('begin');
    await client.query('select pg_advisory_xact_lock($1, 2)', [0x6b7670]);
  }

  test('does not stop the others for longer than its transaction may last', async () => {
    const store = open();
    const stream = freshStream();
    await store.append(stream, 'no-stream', [anEvent()]);
    const hanging = new pg.Client({ connectionString: database.connectionString });
    hanging.on('error', () => undefined); // the server ends it
    await hanging.connect();
    await hanging.query("set transaction_timeout = '2s'"); // as the store sets it for its own writers
    await holdLock(hanging);
    const began = Date.now();
    const appends = [store.append(stream, 0, [anEvent()]), pause(300).then(() => store.append(freshStream(), 'no-stream', [anEvent()]))];
    await Promise.all(appends);
    expect(Date.now() - began).toBeGreaterThan(1_500); // it was held up
    expect(Date.now() - began).toBeLessThan(4_000);
    await hanging.end();
  });

  test('that sets no limit makes appends fail in time, with nothing written', async () => {
    const store = open({ appendTimeoutMs: 1_000 });
    const stream = freshStream();
    await store.head();
    await connected(async (client) => {
      await holdLock(client);
      await expect(store.append(stream, 'no-stream', [anEvent()])).rejects.toMatchObject({ code: 'store-unavailable' });
    });
    await expect(Array.fromAsync(store.readStream(stream))).rejects.toThrow(StreamNotFound);
    await store.append(stream, 'no-stream', [anEvent()]);
  });

  test('of the store itself is ended by the server, since its sessions are limited', async () => {
    const limited = await testDatabase();
    const store = open({ connectionString: limited.connectionString });
    await store.head();
    await connected(async (client) => {
      await client.query('create table limits (transaction text, lock text)');
      await client.query(`create function note_limits() returns trigger language plpgsql as $$ begin
        insert into limits values (current_setting('transaction_timeout'), current_setting('lock_timeout')); return new; end $$`);
      await client.query('create trigger note before insert on log.event for each statement execute function note_limits()');
      await store.append(freshStream(), 'no-stream', [anEvent()]);
      expect((await client.query('select * from limits')).rows).toEqual([{ transaction: '2s', lock: '1200ms' }]);
    }, limited.connectionString);
    await store.close();
    await limited.drop();
  });
});

describe('a store', () => {
  test('may be opened before its server is there, and finds it by itself', async () => {
    const target = new URL(database.connectionString);
    const reserved = await startTcpProxy(() => Number(target.port));
    const { port } = reserved;
    await reserved.close();
    target.port = String(port);
    const troubles: Error[] = [];
    const store = open({ connectionString: target.href, onTrouble: (error) => troubles.push(error) });
    const after = await open().head();
    const seen = store.subscribeAll(after === null ? {} : { after })[Symbol.asyncIterator]();
    const page = seen.next();
    await expect(store.append(freshStream(), 'no-stream', [anEvent()])).rejects.toMatchObject({ code: 'store-unavailable' });
    await expect(store.head()).rejects.toMatchObject({ code: 'store-unavailable' });
    expect(troubles.length).toBeGreaterThan(0);

    const server: TcpProxy = await startTcpProxy(() => Number(new URL(database.connectionString).port), port);
    expect(await page).toEqual({ done: false, value: { events: [], caughtUp: true } });
    await store.append(freshStream(), 'no-stream', [anEvent()]);
    await seen.return?.();
    await store.close();
    await server.close();
  });

  test('that was told to give up sends nothing any more, though its connection comes in the end', async () => {
    const proxy = await startTcpProxy(() => Number(new URL(database.connectionString).port));
    const url = new URL(database.connectionString);
    url.port = String(proxy.port);
    const store = open({ connectionString: url.href, appendTimeoutMs: 300 });
    await store.head(); // the tables are there; the connection for writing is not
    const stream = freshStream();
    proxy.freeze();
    await expect(store.append(stream, 'no-stream', [anEvent()])).rejects.toMatchObject({ code: 'store-unavailable' });
    proxy.thaw();
    await store.append(freshStream(), 'no-stream', [anEvent()]); // on the connection that the first one waited for
    expect(await store.head(stream)).toBeNull();
    await store.close();
    await proxy.close();
  });

  test('names its server without its secrets', () => {
    const store = open({ connectionString: 'postgres://someone:secret@db.example:6543/kvp' });
    expect(store.description).toBe('PostgreSQL at db.example:6543/kvp');
  });

  test('that is closed finishes what was sent, and takes nothing more', async () => {
    const store = open();
    const stream = freshStream();
    const sent = store.append(stream, 'no-stream', [anEvent()]);
    await Promise.all([store.close(), store.close()]);
    expect(await sent).toMatchObject({ revision: 0 });
    await expect(store.append(stream, 0, [anEvent()])).rejects.toMatchObject({ code: 'store-unavailable' });
    await expect(store.head()).rejects.toMatchObject({ code: 'store-unavailable' });
  });

  test('shows new events to a subscriber at once, and without notifications by its own looking', async () => {
    const store = open({ pollMs: 200 });
    const stream = freshStream();
    const seen = store.subscribeStream(stream)[Symbol.asyncIterator]();
    await seen.next();
    await store.append(stream, 'no-stream', [anEvent()]);
    expect(await seen.next()).toMatchObject({ value: { events: [{ revision: 0 }] } });
    // Written past the function that rings, as when a notification was lost.
    await connected((client) =>
      client.query(`insert into log.event select position + 1, $1, 1, gen_random_uuid(), 'Happened', 1, '{}', null, '{}' from log.head`, [
        stream,
      ]),
    );
    expect(await seen.next()).toMatchObject({ value: { events: [{ revision: 1 }] } });
    await connected((client) => client.query('update log.head set position = position + 1'));
    await seen.return?.();
  });
});
