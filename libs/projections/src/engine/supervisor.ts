import { setTimeout as sleep } from 'node:timers/promises';
import type { Engine } from './engine.ts';
import { type LineStatus, startingStatus } from './line-status.ts';
import { LineStopped } from './line-stopped.ts';
import { type Progress, followLog } from './line.ts';
import { backOff, isOutage, outageOf } from './outage.ts';
import type { AnyProjection } from './projection.ts';
import { createVersion, liveVersion } from './registry.ts';
import { openSession } from './session.ts';
import { framesOf, kindOf } from './what-failed.ts';

/** Milliseconds between two looks at a lock that another process holds. */
const STANDBY = 1_000;

/** Events in one transaction while it is behind. */
const BATCH = 5_000;

/** Keeps the live version of one read model going: through outages, behind another process, after a switch. */
export class LineSupervisor {
  status: LineStatus;
  #tries = 0;

  constructor(
    private readonly engine: Engine,
    private readonly projection: AnyProjection,
    /** Brings the live tables to the projection's shape. False when another process is at it. */
    private readonly reshape: (live: number, signal: AbortSignal, onProgress: (handled: number) => void) => Promise<boolean>,
  ) {
    this.status = startingStatus(projection.name);
  }

  /** Ends when the signal aborts, or when the line has stopped. Never throws. */
  async run(signal: AbortSignal): Promise<void> {
    const over = (): boolean => signal.aborted;
    while (!over()) {
      try {
        await pause(await this.#turn(signal), signal);
      } catch (error) {
        if (over() || !(await this.#recover(error, signal))) return;
      }
    }
  }

  /** One turn as writer or as stand-by. Gives the milliseconds until the next one. */
  async #turn(signal: AbortSignal): Promise<number> {
    const { engine, projection } = this;
    await engine.migrated();
    const live = (await liveVersion(engine.db, projection.name)) ?? (await createVersion(engine.db, projection, engine.codeVersion, true));
    if (live.shape !== projection.shape) {
      this.#set({ state: 'rebuilding', version: live.version, reason: null });
      if (await this.reshape(live.version, signal, (handled) => this.#set({ handled }))) return 0;
      this.#set({ state: 'standby', version: live.version, reason: null });
      return STANDBY;
    }
    const session = await openSession(engine.pool, projection.name, live.version);
    if (session === null) {
      this.#set({ state: 'standby', version: live.version, reason: null });
      return STANDBY;
    }
    try {
      // Read again: the one who held the lock before may have moved it.
      const from = await liveVersion(session.db, projection.name);
      if (from?.version !== live.version) return 0;
      this.#set({ state: 'catching-up', version: from.version, position: from.position, handled: from.handled, reason: null });
      const onProgress = (progress: Progress): void => this.#follow(progress);
      await followLog({ ...engine, projection, session, from, signal, onProgress, batchSize: BATCH });
      return 0;
    } finally {
      await session.close();
    }
  }

  /** False when it has to stop. */
  async #recover(error: unknown, signal: AbortSignal): Promise<boolean> {
    const { log } = this.engine;
    const readModel = this.projection.name;
    if (isOutage(error)) {
      const reason = outageOf(error);
      this.#set({ state: 'waiting', reason });
      log.warn({ readModel, reason, tries: this.#tries }, 'A read model waits for the database or the store.');
      await pause(backOff(this.#tries++), signal);
      return true;
    }
    const stopped = error instanceof LineStopped;
    const reason = stopped ? error.message : `${readModel} stops: ${kindOf(error)}.`;
    const frames = stopped ? error.frames : framesOf(error);
    this.#set({ state: 'stopped', reason });
    log.error({ readModel, reason, frames }, 'A read model has stopped. Nothing was skipped.');
    return false;
  }

  #follow({ position, handled, caughtUp }: Progress): void {
    this.#tries = 0;
    if (caughtUp && this.status.state !== 'live')
      this.engine.log.info({ readModel: this.projection.name, handled }, 'A read model is up to date.');
    this.#set({ position, handled, ...(caughtUp ? { state: 'live' } : {}) });
  }

  #set(change: Partial<LineStatus>): void {
    this.status = { ...this.status, ...change };
  }
}

async function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  if (milliseconds === 0 || signal.aborted) return;
  await sleep(milliseconds, undefined, { signal }).catch(() => undefined);
}
