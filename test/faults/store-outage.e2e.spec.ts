import { expect, test } from '@jest/globals';
import { doubleOutages, postgresOutages } from './outages.ts';
import { storeOutage } from './store-outage.ts';

test.each([
  ['PostgreSQL', 'postgres', postgresOutages],
  ['the stand-in for EventStoreDB', 'eventstore-double', doubleOutages],
] as const)(
  'with %s away under load, the answer is 503 with Retry-After; the same process goes on when it is back, and nothing is lost',
  async (_name, store, outages) => {
    const figures = await storeOutage(store, outages);
    expect(figures).toMatchObject({ lost: 0, doubled: 0, brokenChains: 0, answeredOtherwise: 0, withoutRetryAfter: 0, apiSurvived: true });
    expect(Object.keys(figures.statuses).filter((status) => !['200', '201', '503'].includes(status))).toEqual([]);
    expect(figures.statuses['503']).toBeGreaterThanOrEqual(10);
    expect(figures.readModelsUnlike).toEqual([]);
  },
  180_000,
);
