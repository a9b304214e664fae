import { notRun, ranOn } from '../../../../test/support/report.ts';
import { ChildDouble } from '../../../../test/support/eventstore-double/index.ts';
import { describeContract, type Harness } from '../contract/index.ts';
import { createEventStoreDbStore } from './eventstoredb.ts';
import { describeServer } from './settings.ts';

const given = process.env['EVENTSTORE_URL'];
const uniqueIds = 'the server compares ids only at the place of the append';

describeContract('eventstoredb on the protocol double', {
  cannot: { 'unique-ids': uniqueIds },
  start: onDouble,
  report: (text) => ranOn('event-store-eventstoredb-double', text),
});

if (given === undefined) {
  notRun('event-store-eventstoredb', 'event store contract: not run on a real EventStoreDB or KurrentDB; EVENTSTORE_URL is not set');
} else {
  const notOurs = 'the server is not ours';
  describeContract('eventstoredb on the server of EVENTSTORE_URL', {
    cannot: { 'unique-ids': uniqueIds, restart: notOurs, hang: notOurs, cut: notOurs, 'open-calls': notOurs },
    start: async () => ({ description: describeServer(given), ...on(given), dispose: async () => undefined }),
    report: (text) => ranOn('event-store-eventstoredb', text),
  });
}

async function onDouble(): Promise<Harness> {
  const double = await ChildDouble.start();
  return {
    description: 'the protocol double (no real server)',
    ...on(double.connectionString),
    server: double,
    openCalls: () => double.openReads(),
    dispose: () => double.dispose(),
  };
}

const on = (connectionString: string): Pick<Harness, 'open' | 'elsewhere'> => ({
  open: (options) => createEventStoreDbStore({ connectionString, ...options }),
  elsewhere: {
    module: new URL('./eventstoredb.ts', import.meta.url).href,
    name: createEventStoreDbStore.name,
    options: { connectionString },
  },
});
