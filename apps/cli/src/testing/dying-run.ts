import { readConfig } from '@kvp/api';
import type { EventStore } from '@kvp/event-store';
import { withInstallation } from '../installation/open-installation.ts';
import { payerIn, withPayments } from '../payment-run/payment-installation.ts';

/**
 * A payment run that is killed half-way: `dying-run.ts <municipality> <month> <appends>` ends itself with SIGKILL when so many cases are
 * settled, so that nothing is put down in order.
 */
const [municipality = '', month = '', appends = ''] = process.argv.slice(2);

function dying(store: EventStore): EventStore {
  let left = Number(appends);
  return {
    description: store.description,
    async append(stream, expected, events) {
      if (stream.startsWith('payments-') && left <= 0) return await new Promise<never>(() => undefined);
      if (stream.startsWith('payments-')) left -= 1;
      const result = await store.append(stream, expected, events);
      if (left <= 0) process.kill(process.pid, 'SIGKILL');
      return result;
    },
    readStream: (...asked) => store.readStream(...asked),
    subscribeAll: (...asked) => store.subscribeAll(...asked),
    subscribeStream: (...asked) => store.subscribeStream(...asked),
    head: store.head.bind(store),
    close: () => store.close(),
  };
}

await withInstallation(readConfig(process.env), { complain: () => undefined }, async (installation) => {
  const { store, pool, keyStore, keyFile, keys } = installation;
  const signal = new AbortController().signal;
  const request = { commandId: crypto.randomUUID(), correlationId: 'test', actor: payerIn(municipality), now: Temporal.Now.instant() };
  await withPayments(
    { store: dying(store), pool, keyStore, keyFile, keys },
    signal,
    () => undefined,
    (payments) => payments.run({ ...request, month: month as `${number}-${number}`, kind: 'ordinary' }),
  );
});
