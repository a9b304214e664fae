import { type Rates, createRates, createRegisterFiles } from '@kvp/deciding';
import type { EventStore } from '@kvp/event-store';
import type { KeyRing } from '@kvp/people';
import { type Kysely, sql } from 'kysely';
import type { Pool } from 'pg';
import { type ReadDatabase, onPool } from '../engine/database.ts';
import { liveVersion } from '../engine/registry.ts';
import { VersionMoved, renewDetails } from '../engine/renew.ts';
import { paymentSchedule } from './project.ts';

export interface RefreshOptions {
  readonly store: EventStore;
  readonly pool: Pool;
  readonly keys: KeyRing;
  /** Those of the store when left out. */
  readonly rates?: Rates;
  /** Stops it after the cases at hand; the next run goes on with the rest. */
  readonly signal?: AbortSignal;
  readonly onProgress?: (done: number, stale: number) => void;
}

export interface RefreshReport {
  /** The rates that every schedule is computed on now. */
  readonly ratesRevision: string;
  /** Cases whose lines stood on other rates when it began. */
  readonly stale: number;
  readonly refreshed: number;
  /** Cases whose key is gone; their lines stay as they were. */
  readonly unreadable: number;
  /** False when it was stopped, or some cases were being written all the time. */
  readonly complete: boolean;
}

/** Cases in one transaction: some tenths of a second. */
const PAGE = 50;

/** How often those that somebody was writing are looked at again. */
const ROUNDS = 3;

/**
 * Computes every schedule anew whose lines were written on other rates than those known now. Reads need it not: they recompute what is
 * stale by themselves, and are fast again afterwards. The rows themselves say what is left, so that it can be stopped and begun again at
 * any time, and run beside the projector.
 */
export async function refreshSchedules({ store, pool, keys, ...options }: RefreshOptions): Promise<RefreshReport> {
  const { rates = createRates(createRegisterFiles(store, keys, () => performance.now())), signal, onProgress } = options;
  const db = onPool(pool);
  const known = await rates.book();
  const { revision: ratesRevision } = known;
  const stale = await countStale(db, ratesRevision);
  let [refreshed, unreadable] = [0, 0];
  const seen = new Set<string>();
  for (let round = 1; round <= ROUNDS; round += 1) {
    const isLast = await eachPage(db, ratesRevision, signal, async (caseIds) => {
      const live = await liveVersion(db, paymentSchedule.name);
      if (live === undefined) return;
      const of = { name: live.name, version: live.version, live: true };
      const { written, unreadable: gone } = await renewDetails(db, paymentSchedule, of, { caseIds, rates: known, keys });
      refreshed += written.length;
      for (const caseId of gone) seen.add(caseId);
      unreadable = seen.size;
      onProgress?.(refreshed + unreadable, stale);
    });
    if (isLast || signal?.aborted === true) break;
  }
  const left = await countStale(db, ratesRevision);
  return { ratesRevision, stale, refreshed, unreadable, complete: signal?.aborted !== true && left <= unreadable };
}

/** Goes through the stale cases once, in order of their ids. True when there were none. A switch in between is followed. */
async function eachPage(
  db: Kysely<ReadDatabase>,
  revision: string,
  signal: AbortSignal | undefined,
  renew: (caseIds: readonly string[]) => Promise<void>,
): Promise<boolean> {
  let [after, found] = ['', false];
  while (signal?.aborted !== true) {
    const { rows } = await sql<{ case_id: string }>`
      select distinct case_id from read.payment_schedule_month
      where rates_revision <> ${revision} and case_id > ${after} order by case_id limit ${PAGE}`.execute(db);
    const caseIds = rows.map(({ case_id }) => case_id);
    if (caseIds.length === 0) return !found;
    found = true;
    try {
      await renew(caseIds);
      after = caseIds.at(-1) ?? after;
    } catch (error) {
      if (!(error instanceof VersionMoved)) throw error;
    }
  }
  return false;
}

async function countStale(db: Kysely<ReadDatabase>, revision: string): Promise<number> {
  const { rows } = await sql<{ count: string }>`
    select count(distinct case_id) from read.payment_schedule_month where rates_revision <> ${revision}`.execute(db);
  return Number(rows[0]?.count ?? 0);
}
