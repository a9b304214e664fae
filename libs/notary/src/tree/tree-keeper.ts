import { setTimeout as sleep } from 'node:timers/promises';
import type { EventStore } from '@kvp/event-store';
import { type EngineLog, backOff, isOutage, openSession, outageOf, silent } from '@kvp/projections';
import type { Pool } from 'pg';
import { LeafMissing, growTree } from './grow-tree.ts';
import { prepareTree } from './tables.ts';

export type KeeperState = 'starting' | 'catching-up' | 'live' | 'standby' | 'waiting' | 'stopped';

export interface KeeperStatus {
  readonly state: KeeperState;
  /** Leaves of the tree. */
  readonly size: number;
  /** Why it waits or has stopped; nothing personal. */
  readonly reason: string | null;
}

export interface KeeperOptions {
  readonly store: EventStore;
  /** One connection of it is held for as long as the keeper runs. */
  readonly pool: Pool;
  readonly log?: EngineLog;
}

/** Keeps the tree over the log: in one process at a time, through outages. */
export interface TreeKeeper {
  /** Ends when the signal aborts, or when the tree cannot go on. Never throws: trouble is in `status`. */
  run(signal: AbortSignal): Promise<void>;
  status(): KeeperStatus;
}

/** The lock that the one who writes the tree holds. */
export const TREE_LOCK = ['log tree', 1] as const;
const STANDBY_MS = 1_000;

export function createTreeKeeper({ store, pool, log = silent }: KeeperOptions): TreeKeeper {
  let status: KeeperStatus = { state: 'starting', size: 0, reason: null };
  const set = (change: Partial<KeeperStatus>): void => void (status = { ...status, ...change });

  /** One turn as writer or as stand-by. Gives the milliseconds until the next. */
  const turn = async (signal: AbortSignal): Promise<number> => {
    await prepareTree(pool);
    const session = await openSession(pool, ...TREE_LOCK);
    if (session === null) {
      set({ state: 'standby', reason: null });
      return STANDBY_MS;
    }
    try {
      set({ state: 'catching-up', reason: null });
      await growTree({
        store,
        pool,
        session,
        signal,
        onProgress: ({ size, caughtUp }) => set({ size, state: caughtUp ? 'live' : 'catching-up' }),
      });
      return 0;
    } finally {
      await session.close();
    }
  };

  return {
    status: () => status,
    async run(signal) {
      let tries = 0;
      const over = (): boolean => signal.aborted;
      while (!over()) {
        try {
          await pause(await turn(signal), signal);
          tries = 0;
        } catch (error) {
          if (over()) return;
          if (!isOutage(error)) {
            const reason = error instanceof LeafMissing ? error.message : 'The tree over the log cannot go on.';
            set({ state: 'stopped', reason });
            log.error({ reason }, 'The tree over the log has stopped.');
            return;
          }
          const reason = outageOf(error);
          set({ state: 'waiting', reason });
          log.warn({ reason, tries }, 'The tree over the log waits for the database or the store.');
          await pause(backOff(tries++), signal);
        }
      }
    },
  };
}

async function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  if (milliseconds === 0 || signal.aborted) return;
  await sleep(milliseconds, undefined, { signal }).catch(() => undefined);
}
