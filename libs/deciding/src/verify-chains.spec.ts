import { expect, test } from '@jest/globals';
import { createInMemoryEventStore } from '@kvp/event-store';
import { GENESIS, eventHash } from '@kvp/proof';
import { verifyChains } from './verify-chains.ts';

/** A store with one event that continues its chain as it should. */
async function storeWith(stream: string, type: string) {
  const store = createInMemoryEventStore();
  const event = { type, version: 1, data: {}, sealed: null, metadata: { previousHash: GENESIS } };
  const hash = eventHash({ ...event, stream, revision: 0 });
  await store.append(stream, 'no-stream', [
    { ...event, id: '6ba7b810-9dad-41d1-80b4-00c04fd430c8', metadata: { previousHash: GENESIS, hash } },
  ]);
  return store;
}

test('an event in a stream of its kind belongs there', async () => {
  expect(await verifyChains(await storeWith('case-1', 'ClaimAbandoned'))).toEqual({ events: 1, streams: 1, faults: [], strangers: [] });
});

test.each([
  ['policy-4204', 'ClaimAbandoned'],
  ['case-1', 'NeverHeardOf'],
])('in %s, %s is found out though its chain holds', async (stream, type) => {
  expect(await verifyChains(await storeWith(stream, type))).toMatchObject({ faults: [], strangers: [{ stream, revision: 0, type }] });
});
