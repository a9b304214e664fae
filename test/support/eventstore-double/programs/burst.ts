import { createEventStoreDbStore, type NewEvent } from '@kvp/event-store';
import { randomUUID } from 'node:crypto';
import { Double } from '../double.ts';

/**
 * Sends more than the network takes, breaks the connection in the middle, goes on, and closes. A promise that was rejected where nobody
 * could catch it, or anything that keeps a process alive, shows only in a process: exit status 0 means neither happened.
 */
const double = await Double.start();
const store = createEventStoreDbStore({ connectionString: double.connectionString, timeoutMs: 5_000 });
const subscription = store.subscribeAll()[Symbol.asyncIterator]();
await subscription.next();

const event = (): NewEvent => ({
  id: randomUUID(),
  type: 'Large',
  version: 1,
  data: { text: 'x'.repeat(200_000) },
  sealed: null,
  metadata: {},
});
await store.append(randomUUID(), 'no-stream', [event()]);

double.front.freeze();
const sent = Promise.allSettled(Array.from({ length: 100 }, () => store.append(randomUUID(), 'no-stream', [event()])));
setTimeout(() => {
  double.front.cut();
  double.front.thaw();
}, 300);
const outcomes = await sent;
const after = await store.append(randomUUID(), 'no-stream', [event()]);
await store.close();
await double.stop();
process.send?.({
  rejected: outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [(outcome.reason as { code?: unknown }).code] : [])),
  after: after.revision,
});
process.disconnect?.();
