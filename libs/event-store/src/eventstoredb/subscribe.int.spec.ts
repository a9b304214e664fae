import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { status } from '@grpc/grpc-js';
import { randomUUID } from 'node:crypto';
import { Double } from '../../../../test/support/eventstore-double/index.ts';
import { until } from '../../../../test/support/until.ts';
import { anEvent, events, freshStream } from '../contract/examples.ts';
import { InvalidEvent, InvalidPosition } from '../errors.ts';
import type { EventStore, Page, Position } from '../port.ts';
import { createEventStoreDbStore } from './eventstoredb.ts';

let double: Double;
let store: EventStore;
let troubles: Error[];

beforeAll(async () => {
  double = await Double.start();
});

beforeEach(() => {
  troubles = [];
  store = open(10_000);
});

/** A store that soon notices what does not come. */
const open = (timeoutMs: number): EventStore =>
  createEventStoreDbStore({
    connectionString: double.connectionString,
    timeoutMs,
    watchMs: 100,
    onTrouble: (error) => troubles.push(error),
  });

afterEach(async () => {
  double.faults.reset();
  await store.close();
  await until('no subscription is open', 20_000, () => (double.openReads === 0 ? true : undefined));
});

afterAll(() => double.stop());

/** Follows a stream until the test ends, keeping what comes. */
function follow(stream: string, by: EventStore = store): { revisions: number[]; pages: Page[]; stop(): Promise<void> } {
  const leaving = new AbortController();
  const pages: Page[] = [];
  const revisions: number[] = [];
  const following = (async () => {
    for await (const page of by.subscribeStream(stream, { signal: leaving.signal })) {
      pages.push(page);
      revisions.push(...page.events.map((event) => event.revision));
    }
  })();
  const stop = (): Promise<void> => {
    leaving.abort();
    return following;
  };
  return { revisions, pages, stop };
}

const seen = (following: { revisions: number[] }, count: number): Promise<true> =>
  until(`${count} events have come`, 20_000, () => (following.revisions.length >= count ? true : undefined));

describe('a subscription goes on where it was', () => {
  const faults: [string, () => void][] = [
    ['dropped because it is too slow', () => double.dropReads(status.RESOURCE_EXHAUSTED)],
    ['dropped by a server that shuts down', () => double.dropReads(status.UNAVAILABLE)],
    ['ended without an error', () => double.endReads()],
    ['cut off', () => double.front.cut()],
  ];

  test.each(faults)('when it is %s', async (_name, strike) => {
    const stream = freshStream();
    const following = follow(stream);
    let revision: number | 'no-stream' = 'no-stream';
    for (let round = 1; round <= 3; round += 1) {
      const appended = await until('the store takes an append again', 20_000, () => store.append(stream, revision, events(2)));
      revision = appended.revision;
      await seen(following, 2 * round);
      strike();
    }
    await until('it was opened again', 20_000, () => (double.openReads === 1 ? true : undefined));
    await following.stop();
    expect(following.revisions).toEqual([0, 1, 2, 3, 4, 5]);
  });

  test('when the server refuses it at first', async () => {
    const stream = freshStream();
    await store.append(stream, 'no-stream', events(2));
    double.faults.failReads = 2;
    double.faults.failWith = status.UNAVAILABLE;
    const following = follow(stream);
    await seen(following, 2);
    await following.stop();
    expect(troubles).toHaveLength(2);
  });

  test('when the server goes on and says nothing any more', async () => {
    const stream = freshStream();
    await store.append(stream, 'no-stream', events(1));
    const hasty = open(500);
    const following = follow(stream, hasty);
    await seen(following, 1);
    double.faults.stallSubscriptions = true;
    await store.append(stream, 0, events(1));
    await until('the silence is noticed', 20_000, () => (troubles.length > 0 ? true : undefined));
    double.faults.stallSubscriptions = false;
    await seen(following, 2);
    await following.stop();
    await hasty.close();
    expect(following.revisions).toEqual([0, 1]);
  });

  test('when the server sends events twice', async () => {
    const stream = freshStream();
    double.faults.repeatEvents = 3;
    await store.append(stream, 'no-stream', events(5));
    const following = follow(stream);
    await seen(following, 5);
    await following.stop();
    expect(following.revisions).toEqual([0, 1, 2, 3, 4]);
  });
});

describe('caught up', () => {
  test('is said once, after all that was there, and holds for what comes alone', async () => {
    const stream = freshStream();
    await store.append(stream, 'no-stream', events(2_500));
    const following = follow(stream);
    await until('it is caught up', 20_000, () => (following.pages.at(-1)?.caughtUp === true ? true : undefined));
    expect(following.revisions).toHaveLength(2_500);
    expect(following.pages.filter((page) => page.caughtUp)).toHaveLength(1);

    await store.append(stream, 2_499, events(1));
    await seen(following, 2_501);
    await following.stop();
    expect(following.pages.at(-1)).toMatchObject({ caughtUp: true });
    expect(following.pages.every((page) => page.events.length <= 1_000)).toBe(true);
  });

  test('is found out by the head when the server does not say it', async () => {
    double.faults.withoutCaughtUp = true;
    const stream = freshStream();
    await store.append(stream, 'no-stream', events(3));
    const following = follow(stream);
    await until('it is caught up', 20_000, () => (following.pages.at(-1)?.caughtUp === true ? true : undefined));
    await following.stop();
    expect(following.revisions).toEqual([0, 1, 2]);
    expect(troubles).toEqual([]);
  });

  test('of a stream that does not exist yet', async () => {
    const following = follow(freshStream());
    await until('it is caught up', 20_000, () => (following.pages.at(-1)?.caughtUp === true ? true : undefined));
    await following.stop();
    expect(following.pages).toEqual([{ events: [], caughtUp: true }]);
  });
});

describe('the whole log', () => {
  const system = { type: 'Statistics', contentType: 'application/json', data: Buffer.from('{}'), metadata: Buffer.from('{}') };

  async function pageAfter(after: Position | null): Promise<Page> {
    for await (const page of store.subscribeAll(after === null ? {} : { after })) if (page.events.length > 0) return page;
    throw new Error('The log ended.');
  }

  test("holds none of the server's own events, and its head is none of them", async () => {
    const before = await store.head();
    double.log.append(`$stats-${randomUUID()}`, -1, [{ ...system, id: randomUUID() }]);
    const { position } = await store.append(freshStream(), 'no-stream', [anEvent({ type: 'Ours' })]);
    double.log.append(`$stats-${randomUUID()}`, -1, [
      { ...system, id: randomUUID() },
      { ...system, id: randomUUID() },
    ]);

    expect(await store.head()).toBe(position);
    expect((await pageAfter(before)).events.map((event) => event.type)).toEqual(['Ours']);
  });

  test("with a long tail of the server's own events has the same head, and they are read back only once", async () => {
    const { position } = await store.append(freshStream(), 'no-stream', [anEvent()]);
    const statistics = `$stats-${randomUUID()}`;
    for (let n = 0; n < 500; n += 1) double.log.append(statistics, n - 1, [{ ...system, id: randomUUID() }]);
    expect(await store.head()).toBe(position);
    double.log.append(statistics, 499, [{ ...system, id: randomUUID() }]);
    // A page that was left early is sent until its end is heard of.
    await until('no read is open', 20_000, () => (double.openReads === 0 ? true : undefined));
    const before = double.eventsRead;
    expect(await store.head()).toBe(position);
    // The last one, then at most a hundred from the end.
    expect(double.eventsRead - before).toBeLessThanOrEqual(101);
    expect((await store.append(freshStream(), 'no-stream', [anEvent()])).position).toBe(await store.head());
  });

  test('goes on from no position but one of its own', async () => {
    const { position } = await store.append(freshStream(), 'no-stream', [anEvent()]);
    const [commit] = position.split('/');
    const beyond = `${String(Number(commit) + 1).padStart(20, '0')}/${String(Number(commit) + 1).padStart(20, '0')}`;
    for (const after of ['7', '', beyond] as Position[]) await expect(pageAfter(after)).rejects.toThrow(InvalidPosition);
  });

  test('with an event that this system did not write stops, and says where it is', async () => {
    const before = await store.head();
    const stream = freshStream();
    double.log.append(stream, -1, [{ ...system, type: 'Foreign', id: randomUUID() }]);
    await expect(pageAfter(before)).rejects.toThrow(InvalidEvent);
    await expect(pageAfter(before)).rejects.toThrow(`${stream}, revision 0`);
  });
});

test('closing the store ends its subscriptions', async () => {
  const following = follow(freshStream());
  await until('it is open', 20_000, () => (double.openReads === 1 ? true : undefined));
  await store.close();
  await following.stop();
});
