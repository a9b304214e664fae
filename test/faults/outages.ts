import type { Outage } from './store-outage.ts';

/** The ways in which a store goes away and comes back. */
export const postgresOutages: readonly Outage[] = [
  {
    name: 'PostgreSQL stopped',
    isDown: true,
    begin: ({ postgres }) => postgres.stop(),
    end: ({ postgres }) => postgres.start(),
  },
  {
    name: 'PostgreSQL killed',
    isDown: true,
    begin: ({ postgres }) => postgres.kill(),
    end: ({ postgres }) => postgres.start(),
  },
];

export const doubleOutages: readonly Outage[] = [
  {
    name: 'connections to EventStoreDB cut',
    isDown: false,
    begin: async ({ double }) => double?.cut(),
    end: async () => undefined,
  },
  {
    name: 'EventStoreDB hung',
    isDown: true,
    begin: async ({ double }) => double?.freeze(),
    end: async ({ double }) => double?.thaw(),
  },
  {
    name: 'EventStoreDB killed',
    isDown: true,
    begin: async ({ double }) => double?.kill(),
    end: async ({ double }) => double?.start(),
  },
];
