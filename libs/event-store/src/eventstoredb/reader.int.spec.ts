import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { status } from '@grpc/grpc-js';
import { Double } from '../../../../test/support/eventstore-double/index.ts';
import { until } from '../../../../test/support/until.ts';
import { anEvent, events, freshStream, read } from '../contract/examples.ts';
import { StoreUnavailable } from '../errors.ts';
import type { EventStore } from '../port.ts';
import { createEventStoreDbStore } from './eventstoredb.ts';

let double: Double;
let store: EventStore;
/** Does not wait long; the other one has time enough on a busy machine. */
let hasty: EventStore;

beforeAll(async () => {
  double = await Double.start();
  const { connectionString } = double;
  store = createEventStoreDbStore({ connectionString });
  hasty = createEventStoreDbStore({ connectionString, timeoutMs: 400 });
});

afterEach(() => {
  double.faults.reset();
  double.front.thaw();
});

afterAll(async () => {
  await Promise.all([store.close(), hasty.close()]);
  await double.stop();
});

const noReadIsOpen = (): Promise<true> => until('no read is open', 20_000, () => (double.openReads === 0 ? true : undefined));

describe('a read that fails is no missing stream', () => {
  test('when the server never answers it', async () => {
    double.faults.ignoreReads = true;
    await expect(read(hasty, freshStream())).rejects.toThrow(StoreUnavailable);
    await expect(hasty.head(freshStream())).rejects.toThrow(StoreUnavailable);
    await noReadIsOpen();
  });

  test.each([
    ['UNAVAILABLE', status.UNAVAILABLE],
    ['INTERNAL', status.INTERNAL],
    ['UNKNOWN', status.UNKNOWN],
    ['UNAUTHENTICATED', status.UNAUTHENTICATED],
  ])('when it ends with %s', async (_name, code) => {
    double.faults.failReads = 1;
    double.faults.failWith = code;
    await expect(store.head(freshStream())).rejects.toThrow(StoreUnavailable);
    expect(await store.head(freshStream())).toBeNull();
  });

  test('when the network stops in the middle of it', async () => {
    const stream = freshStream();
    // More than the network and the client hold by themselves.
    for (let n = -1; n < 39; n += 1)
      await store.append(stream, n < 0 ? 'no-stream' : n, [anEvent({ data: { text: 'x'.repeat(500_000) } })]);
    const reading = (async () => {
      for await (const event of hasty.readStream(stream)) if (event.revision === 0) double.front.freeze();
    })();
    await expect(reading).rejects.toThrow(StoreUnavailable);
  });
});

describe('calls', () => {
  test('a loop that is left early leaves none open, however often', async () => {
    const stream = freshStream();
    await store.append(stream, 'no-stream', events(300));
    for (let n = 0; n < 150; n += 1) for await (const event of store.readStream(stream)) if (event.revision === 0) break;
    await noReadIsOpen();
    expect(await store.append(stream, 299, events(1))).toMatchObject({ revision: 300 });
  });

  test('more subscriptions than a connection carries are refused, and appends go on', async () => {
    const leaving = new AbortController();
    const stream = freshStream();
    const pages = Array.from({ length: 85 }, () => store.subscribeStream(stream, { signal: leaving.signal })[Symbol.asyncIterator]());
    const first = pages.map((iterator) => iterator.next());
    await until('80 are open', 20_000, () => (double.openReads === 80 ? true : undefined));

    await expect(hasty.head(stream)).rejects.toThrow('No read came free within 400 ms.');
    expect(await store.append(stream, 'no-stream', events(1))).toMatchObject({ revision: 0 });
    leaving.abort();
    await Promise.all(first);
    await Promise.all(pages.map(async (iterator) => iterator.return?.()));
    await noReadIsOpen();
  });

  test('an answer that comes slowly but comes is waited for', async () => {
    const stream = freshStream();
    await store.append(stream, 'no-stream', events(1_500));
    double.front.delay(60);
    expect(await read(store, stream)).toHaveLength(1_500);
    double.front.delay(0);
  });
});
