import { describeContract } from '../contract/index.ts';
import { ranOn } from '../../../../test/support/report.ts';
import { testDatabase } from '../../../../test/support/postgres.ts';
import { createPostgresEventStore } from './postgres.ts';

describeContract('PostgreSQL', {
  cannot: {},
  start: async () => {
    const database = await testDatabase();
    return {
      description: database.description,
      open: ({ timeoutMs = 5_000 } = {}) =>
        createPostgresEventStore({ connectionString: database.connectionString, appendTimeoutMs: timeoutMs, readTimeoutMs: timeoutMs }),
      dispose: database.drop,
    };
  },
  report: (text) => ranOn('event-store-postgres', text),
});
