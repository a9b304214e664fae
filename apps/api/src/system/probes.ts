import type { EventStore } from '@kvp/event-store';
import type { Notary } from '@kvp/notary';
import type { Projector } from '@kvp/projections';
import type { RelayStatus } from '@kvp/topics';
import type { Pool } from 'pg';
import type { Probe } from '../ports.ts';

/** Can the log be read? */
export const storeProbe = (store: EventStore): Probe => ({
  name: 'eventStore',
  check: async () => ({ details: { head: await store.head() } }),
});

export const databaseProbe = (pool: Pool): Probe => ({
  name: 'database',
  async check() {
    await pool.query('select 1');
    return {};
  },
});

/** Are the read models up to date, and if not, which one has stopped and why? */
export const projectorProbe = (projector: Pick<Projector, 'status'>): Probe => ({
  name: 'readModels',
  async check() {
    const { ready, lines } = projector.status();
    return { details: { lines }, ...(ready ? {} : { problem: 'not-up-to-date' }) };
  },
});

/** How far the tree over the log is behind, and why nothing is signed. Told, and never a reason to be away: nobody's case waits for a proof. */
export const logTreeProbe = (notary: Pick<Notary, 'status'>): Probe => ({
  name: 'logTree',
  check: async () => ({ details: { ...notary.status() } }),
});

/** How far the log is published in this process, and why it has stopped. Told, and never a reason to be away: nobody's case waits for a figure. */
export const relayProbe = (status: () => RelayStatus | { readonly state: 'standby' }): Probe => ({
  name: 'relay',
  check: async () => ({ details: { ...status() } }),
});

/** Where the statistics answer, and that they can. */
export const statisticsProbe = (url: string, pool: Pool): Probe => ({
  name: 'statistics',
  async check() {
    await pool.query('select from statistics.mark limit 1');
    return { details: { url } };
  },
});
