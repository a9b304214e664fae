import { setTimeout as sleep } from 'node:timers/promises';
import type { EventStore } from '@kvp/event-store';
import { type EngineLog, backOff, isOutage, openSession, outageOf, silent } from '@kvp/projections';
import type { Pool } from 'pg';
import { LeafMissing, TREE_LOCK, growTree } from './grow-tree.ts';
import { prepareTree } from './tables.ts';

export type KeeperState = 'starting' | 'catching-up' | 'live' | 'standby' | 'waiting' | 'stopped';

export interface KeeperStatus {
  readonly state: KeeperState;
  /** Leaves of the tree. */
  readonly size: number;
  /** Seconds since it held all of the log that there was; null where another process keeps it. */
  readonly lagSeconds: number | null;
  /** Why it waits or has stopped; nothing personal. */
  readonly reason: string | null;
}

export interface KeeperOptions {
  readonly store: EventStore;
  /** One connection of it is held for as long as the keeper runs. */
  readonly pool: Pool;
  readonly log?: EngineLog;
  /** Milliseconds of a clock that never runs backwards. */
  readonly monotonic?: () => number;
}

/** Keeps the tree over the log: in one process at a time, through outages. */
export interface TreeKeeper {
  /** Ends when the signal aborts, or when the tree cannot go on. Never throws: trouble is in `status`. */
  run(signal: AbortSignal): Promise<void>;
  status(): KeeperStatus;
}

const MS_A_SECOND = 1_000;
const STANDBY_MS = 1_000;
/** Nobody waits for a proof while they work: the open tile of leaves is written a few times a second, not once an event. */
const REST_MS = 200;

export function createTreeKeeper({ store, pool, log = silent, monotonic = () => performance.now() }: KeeperOptions): TreeKeeper {
  let status: Omit<KeeperStatus, 'lagSeconds'> = { state: 'starting', size: 0, reason: null };
  let wholeAt = monotonic();
  const set = (change: Partial<typeof status>): void => {
    status = { ...status, ...change };
    if (status.state === 'live') wholeAt = monotonic();
  };
  const lag = (): number | null => {
    if (status.state === 'standby') return null;
    return status.state === 'live' ? 0 : Math.round((monotonic() - wholeAt) / MS_A_SECOND);
  };

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
        restMs: REST_MS,
        onProgress: ({ size, caughtUp }) => set({ size, state: caughtUp ? 'live' : 'catching-up' }),
      });
      return 0;
    } finally {
      await session.close();
    }
  };

  return {
    status: () => ({ ...status, lagSeconds: lag() }),
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
