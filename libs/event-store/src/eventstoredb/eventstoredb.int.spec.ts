import { describeContract, type Contract } from '../contract/index.ts';
import { ChildDouble } from '../../../../test/support/eventstore-double/index.ts';
import { createEventStoreDbStore } from './eventstoredb.ts';

const UNIQUE = 'the server keeps ids unique only at their place in a stream';

describeContract('eventstoredb on the protocol double', onDouble());

function onDouble(): Contract {
  return {
    cannot: { 'unique-ids': UNIQUE },
    start: async () => {
      const double = await ChildDouble.start();
      const { connectionString } = double;
      return {
        description: 'the protocol double',
        open: (options) => createEventStoreDbStore({ connectionString, ...options }),
        elsewhere: {
          module: new URL('./eventstoredb.ts', import.meta.url).href,
          name: createEventStoreDbStore.name,
          options: { connectionString },
        },
        server: double,
        openCalls: () => double.openReads(),
        dispose: () => double.dispose(),
      };
    },
  };
}
