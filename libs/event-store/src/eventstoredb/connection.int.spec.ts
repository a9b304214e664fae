import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { Double } from '../../../../test/support/eventstore-double/index.ts';
import { until } from '../../../../test/support/until.ts';
import { anEvent, events, freshStream } from '../contract/examples.ts';
import type { EventStore } from '../port.ts';
import { createEventStoreDbStore } from './eventstoredb.ts';

let doubles: Double[];
let stores: EventStore[];

beforeEach(async () => {
  doubles = await Promise.all([Double.start(), Double.start()]);
  stores = doubles.map(({ connectionString }) => createEventStoreDbStore({ connectionString }));
  await Promise.all(stores.map((store) => store.append(freshStream(), 'no-stream', [anEvent()])));
});

afterEach(async () => {
  await Promise.all(stores.map((store) => store.close()));
  await Promise.all(doubles.map((double) => double.stop()));
});

test.each([
  ['first', 0, 1],
  ['second', 1, 0],
])('of two servers in one process the %s is lost: what is on its way to the other arrives, again and again', async (_name, lost, kept) => {
  for (let round = 0; round < 5; round += 1) {
    doubles[kept]!.front.delay(50);
    doubles[lost]!.faults.ignoreAppends = true;
    const gone = Promise.allSettled(Array.from({ length: 5 }, () => stores[lost]!.append(freshStream(), 'no-stream', events(1))));
    const arriving = Array.from({ length: 5 }, () => stores[kept]!.append(freshStream(), 'no-stream', events(1)));
    await until('all are on their way', 20_000, () => (doubles[lost]!.ignored === 5 * (round + 1) ? true : undefined));
    doubles[lost]!.front.cut();
    expect((await Promise.all(arriving)).map(({ revision }) => revision)).toEqual([0, 0, 0, 0, 0]);
    expect((await gone).map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected', 'rejected', 'rejected']);
    doubles[lost]!.faults.reset();
  }
});

test('a store that is closed does not take the appends of another on the same server with it', async () => {
  const [double] = doubles;
  const other = createEventStoreDbStore({ connectionString: double!.connectionString });
  double!.front.delay(50);
  const arriving = other.append(freshStream(), 'no-stream', events(1));
  await stores[0]!.close();
  expect(await arriving).toMatchObject({ revision: 0 });
  await expect(stores[0]!.append(freshStream(), 'no-stream', events(1))).rejects.toMatchObject({ code: 'store-unavailable' });
  await other.close();
});
