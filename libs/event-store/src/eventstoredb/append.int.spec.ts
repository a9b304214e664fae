import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { status } from '@grpc/grpc-js';
import { Double } from '../../../../test/support/eventstore-double/index.ts';
import { anEvent, events, freshStream, given, read } from '../contract/examples.ts';
import { AppendTooLarge, DuplicateEventId, OutcomeUnknown, StoreUnavailable } from '../errors.ts';
import type { EventStore } from '../port.ts';
import { createEventStoreDbStore } from './eventstoredb.ts';

/** Short, to be waited for where no answer comes; the other stores have time enough on a busy machine. */
const timeoutMs = 300;

let double: Double;
let store: EventStore;
let hasty: EventStore;

beforeAll(async () => {
  double = await Double.start();
  openStores();
  await store.append(freshStream(), 'no-stream', [anEvent()]);
});

afterEach(() => {
  double.faults.reset();
  double.front.thaw();
});

afterAll(async () => {
  await closeStores();
  await double.stop();
});

function openStores(): void {
  const { connectionString } = double;
  store = createEventStoreDbStore({ connectionString });
  hasty = createEventStoreDbStore({ connectionString, timeoutMs });
}

async function closeStores(): Promise<void> {
  await Promise.all([store.close(), hasty.close()]);
}

describe('an append of which nobody knows what became', () => {
  test('a server that takes it and never answers: unknown after the time-out, and the store goes on', async () => {
    const stream = freshStream();
    double.faults.ignoreAppends = true;
    await expect(hasty.append(stream, 'no-stream', [anEvent()])).rejects.toThrow(OutcomeUnknown);

    double.faults.reset();
    expect(await store.append(stream, 'no-stream', [anEvent()])).toMatchObject({ revision: 0, repeated: false });
  });

  test('a network that stands still: unknown after the time-out, and what was sent is not sent twice', async () => {
    const stream = freshStream();
    const batch = events(2);
    double.front.freeze();
    await expect(hasty.append(stream, 'no-stream', batch)).rejects.toThrow(OutcomeUnknown);

    double.front.thaw();
    expect(await store.append(stream, 'no-stream', batch)).toMatchObject({ revision: 1 });
    expect((await read(store, stream)).map(given)).toEqual(batch);
  });

  test('a connection that breaks after it was stored: unknown, and the repeat gives the first result', async () => {
    const stream = freshStream();
    const batch = events(2);
    double.faults.loseAnswers = 1;
    await expect(store.append(stream, 'no-stream', batch)).rejects.toThrow(OutcomeUnknown);

    expect((await read(store, stream)).map(given)).toEqual(batch);
    expect(await store.append(stream, 'no-stream', batch)).toMatchObject({ revision: 1, repeated: true });
  });

  test.each([
    ['UNAVAILABLE', status.UNAVAILABLE],
    ['CANCELLED', status.CANCELLED],
    ['INTERNAL', status.INTERNAL],
    ['RESOURCE_EXHAUSTED', status.RESOURCE_EXHAUSTED],
    ['DEADLINE_EXCEEDED', status.DEADLINE_EXCEEDED],
  ])('a call that ends with %s: unknown, and the store goes on', async (_name, code) => {
    double.faults.failAppends = 1;
    double.faults.failWith = code;
    const stream = freshStream();
    await expect(store.append(stream, 'no-stream', [anEvent()])).rejects.toThrow(OutcomeUnknown);
    expect(await store.append(stream, 'no-stream', [anEvent()])).toMatchObject({ revision: 0, repeated: false });
  });

  test('a server that gives up after it was stored: what is stored is looked up', async () => {
    const stream = freshStream();
    double.faults.giveUpAppends = 1;
    expect(await store.append(stream, 'no-stream', events(2))).toMatchObject({ revision: 1, repeated: true });
  });
});

describe('a server that was never asked', () => {
  test('one that does not say what it supports holds up no later append', async () => {
    const other = await Double.start();
    other.faults.ignoreProbe = true;
    // Only the first connection of a process asks; see `Connection`.
    await closeStores();
    const first = createEventStoreDbStore({ connectionString: other.connectionString, timeoutMs });
    const patient = createEventStoreDbStore({ connectionString: other.connectionString });
    await expect(first.append(freshStream(), 'no-stream', [anEvent()])).rejects.toThrow(OutcomeUnknown);
    other.faults.reset();
    expect(await patient.append(freshStream(), 'no-stream', [anEvent()])).toMatchObject({ revision: 0 });
    await Promise.all([first.close(), patient.close()]);
    await other.stop();
    openStores();
  });

  test('one that is down: unavailable at once, nothing was written', async () => {
    const other = await Double.start();
    const { connectionString } = other;
    const lonely = createEventStoreDbStore({ connectionString });
    await other.stop();
    await expect(lonely.append(freshStream(), 'no-stream', [anEvent()])).rejects.toThrow(StoreUnavailable);
    await expect(lonely.head()).rejects.toThrow(StoreUnavailable);
    await lonely.close();
  });

  test('one that is not the leader has written nothing, and the next append goes to the leader', async () => {
    const [follower, leader] = await Promise.all([Double.start(), Double.start()]);
    const cluster = createEventStoreDbStore({ connectionString: follower.connectionString });
    follower.faults.leaderPort = leader.port;
    const stream = freshStream();
    await expect(cluster.append(stream, 'no-stream', [anEvent()])).rejects.toThrow(StoreUnavailable);
    expect(await cluster.append(stream, 'no-stream', [anEvent()])).toMatchObject({ revision: 0 });
    expect([follower, leader].map(({ log }) => log.stream(stream)?.length)).toEqual([undefined, 1]);
    await cluster.close();
    await Promise.all([follower.stop(), leader.stop()]);
  });

  test('a server that takes only one append a call is spoken to in that way', async () => {
    const old = await Double.start();
    old.faults.withoutBatchAppend = true;
    const other = createEventStoreDbStore({ connectionString: old.connectionString });
    const stream = freshStream();
    const batch = events(40);
    await other.append(stream, 'no-stream', batch);
    expect((await read(other, stream)).map(given)).toEqual(batch);
    await expect(other.append(stream, 3, events(1))).rejects.toMatchObject({ code: 'wrong-expected-revision', actual: 39 });
    await other.close();
    await old.stop();
  });
});

describe('ids', () => {
  test('of two writers with the same ids and other content, at the same moment, the loser is told', async () => {
    // Two connections, as of two processes: neither knows of the other.
    const other = createEventStoreDbStore({ connectionString: `${double.connectionString}&connectionName=other` });
    for (let round = 0; round < 10; round += 1) {
      const stream = freshStream();
      const mine = anEvent({ metadata: { at: 1 } });
      const theirs = { ...mine, metadata: { at: 2 } };
      const outcomes = await Promise.allSettled([store.append(stream, 'no-stream', [mine]), other.append(stream, 'no-stream', [theirs])]);
      const [stored] = await read(store, stream);
      const expected = stored?.metadata['at'] === 1 ? ['fulfilled', 'rejected'] : ['rejected', 'fulfilled'];
      expect(outcomes.map((outcome) => outcome.status)).toEqual(expected);
      const lost = outcomes.find((outcome) => outcome.status === 'rejected');
      expect(lost?.reason).toBeInstanceOf(DuplicateEventId);
    }
    await other.close();
  });

  test('a process that starts anew knows what was stored before it', async () => {
    const stream = freshStream();
    const batch = events(2);
    const first = await store.append(stream, 'no-stream', batch);
    const later = createEventStoreDbStore({ connectionString: `${double.connectionString}&connectionName=later` });
    expect(await later.append(stream, 'no-stream', batch)).toEqual({ ...first, repeated: true });
    await later.close();
  });

  test('an event that was changed by the caller after the call is stored as it was', async () => {
    const stream = freshStream();
    const data = { n: 1 };
    const appended = store.append(stream, 'no-stream', [anEvent({ data })]);
    data.n = 2;
    await appended;
    expect((await read(store, stream))[0]?.data).toEqual({ n: 1 });
  });
});

test('more small events than the server takes are refused as too large, not as unknown', async () => {
  // 15 000 events of 41 bytes are 615 000; in the stored form each has 40 bytes more of data, over the server's 1 048 576.
  const many = events(15_000, () => ({})).map((event) => ({ ...event, type: 'E', metadata: {} }));
  await expect(store.append(freshStream(), 'no-stream', many)).rejects.toThrow(AppendTooLarge);
});
