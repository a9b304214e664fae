import type { Position } from '@kvp/event-store';
import { type Difference, firstDifference } from './compare.ts';
import { alignRates } from './engine/align-rates.ts';
import type { Engine } from './engine/engine.ts';
import { type Progress, followLog } from './engine/line.ts';
import type { AnyProjection } from './engine/projection.ts';
import { type ReadModelVersion, createVersion, dropVersion, liveVersion, versionsOf } from './engine/registry.ts';
import { type WriterSession, openSession } from './engine/session.ts';
import { type RebuildProgress, measure } from './rebuild-progress.ts';

export interface RebuildOptions {
  /** Stops it; started again by the same code, it goes on where it was. */
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: RebuildProgress) => void;
  /** Events in one transaction; 100 000 when left out. */
  readonly batchSize?: number;
}

/** Another process is rebuilding the same read model. */
export class RebuildRunning extends Error {
  constructor(readonly readModel: string) {
    super(`${readModel} is being rebuilt by another process.`);
  }
}

/** It was stopped before its end. What is built is kept, and the next rebuild goes on there. */
export class RebuildStopped extends Error {
  constructor(readonly readModel: string) {
    super(`The rebuild of ${readModel} was stopped. Start it again and it goes on where it was.`);
  }
}

/** Larger than while following: a case is written once for all its events in a batch. */
const BATCH = 100_000;

/** A version that is being built beside the live one, by this process alone. */
export interface Beside {
  readonly session: WriterSession;
  /** As it stands now. */
  readonly version: ReadModelVersion;
  /** Builds on, to the end of the log or exactly to a position. */
  advance(until: Position | 'caught-up', options: RebuildOptions): Promise<void>;
  /**
   * Compares with what is live, both at the position that the live version stands at; undefined when there is nothing to compare with
   * (nothing live, or of another shape), or this one is ahead already.
   */
  compare(options: RebuildOptions): Promise<Difference | null | undefined>;
}

/** How a version beside is begun. */
export interface Beginning {
  /** Drop what an earlier rebuild left, though it could be taken up. */
  readonly anew?: boolean;
  /** The live version that is to be replaced; when another has taken its place, it is done already. */
  readonly insteadOf?: number;
}

/**
 * Takes up a rebuild that was stopped, when the same code began it; anything else that was left half built is dropped, and it begins
 * anew. Throws RebuildRunning, also when another process has just finished.
 */
export async function openBeside(engine: Engine, projection: AnyProjection, { anew = false, insteadOf }: Beginning = {}): Promise<Beside> {
  const { db, pool, codeVersion } = engine;
  const { name, shape } = projection;
  const take = async (version: number): Promise<WriterSession> => {
    const session = await openSession(pool, name, version);
    if (session === null) throw new RebuildRunning(name);
    return session;
  };
  const versions = await versionsOf(db, name);
  const live = versions.find((version) => version.live)?.version ?? 0;
  if (insteadOf !== undefined && live !== insteadOf) throw new RebuildRunning(name);
  for (const { version } of versions.filter((each) => each.version > live)) {
    const session = await take(version);
    // Read again under the lock: the one who held it before may have gone on, or finished.
    const now = (await versionsOf(session.db, name)).find((each) => each.version === version);
    const resumable = !anew && now?.live === false && now.shape === shape && now.codeVersion === codeVersion;
    if (resumable) return besideOn(engine, projection, session, now);
    await session.close();
    if (now?.live !== false) throw new RebuildRunning(name);
    await dropVersion(db, name, version);
  }
  const made = await createVersion(db, projection, codeVersion, false);
  return besideOn(engine, projection, await take(made.version), made);
}

function besideOn(engine: Engine, projection: AnyProjection, session: WriterSession, begun: ReadModelVersion): Beside {
  let version = begun;
  const advance: Beside['advance'] = async (until, { signal = new AbortController().signal, onProgress, batchSize = BATCH }) => {
    const total = (await liveVersion(engine.db, projection.name))?.handled ?? 0;
    const report = measure(projection.name, version.handled, total, onProgress);
    const keep = (progress: Progress): void => {
      version = { ...version, position: progress.position, handled: progress.handled };
      report(progress.handled);
    };
    await followLog({ ...engine, projection, session, from: version, until, signal, onProgress: keep, batchSize });
    if (signal.aborted) throw new RebuildStopped(projection.name);
  };
  return {
    session,
    get version() {
      return version;
    },
    advance,
    async compare(options) {
      const live = await liveVersion(engine.db, projection.name);
      if (live?.position == null || live.shape !== projection.shape) return undefined;
      await advance(live.position, options);
      // One snapshot holds the live rows and the position that they stand at, while its writer goes on.
      const snapshots = engine.db.transaction().setIsolationLevel('repeatable read').setAccessMode('read only');
      return snapshots.execute(async (snapshot) => {
        const now = await liveVersion(snapshot, projection.name);
        if (now?.version !== live.version || now.position === null) return undefined;
        await advance(now.position, options);
        if (version.position !== now.position) return undefined;
        const sides = [
          { db: snapshot, version: now.version },
          { db: session.db, version: version.version },
        ] as const;
        await alignRates(engine, projection, ...sides);
        return firstDifference(projection, engine.keys, ...sides);
      });
    },
  };
}
