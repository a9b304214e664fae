import type { Position } from '@kvp/event-store';
import { type Difference, firstDifference } from './compare.ts';
import { type Progress, followLog } from './engine/line.ts';
import { type AnyProjection, tablesOf } from './engine/projection.ts';
import { type ReadModelVersion, createVersion, dropVersion, liveVersion, switchTo, versionsOf } from './engine/registry.ts';
import { type WriterSession, openSession } from './engine/session.ts';
import type { Engine } from './engine/engine.ts';
import { createIndexes } from './engine/table.ts';
import { type RebuildProgress, measure } from './rebuild-progress.ts';

export interface RebuildOptions {
  /** Stops it; started again by the same code, it goes on where it was. */
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: RebuildProgress) => void;
  /** Events in one transaction; 100 000 when left out. */
  readonly batchSize?: number;
}

export interface RebuildReport {
  readonly readModel: string;
  readonly version: number;
  /** Events of the log that the new version holds. */
  readonly handled: number;
  readonly milliseconds: number;
  /**
   * Where the new version and the old one disagree, at one position of the log. The new one is live all the same: it comes from the
   * log. Null when they are equal, undefined when they could not be compared (another shape, or nothing live).
   */
  readonly difference: Difference | null | undefined;
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

/**
 * Builds a new version of a read model beside the live one, compares the two, lets queries read the new one in one transaction, and
 * drops the old one. Throws RebuildRunning, RebuildStopped, LineStopped for an event that cannot be handled, and errors of an outage;
 * what is live is then untouched.
 */
export async function rebuildBeside(engine: Engine, projection: AnyProjection, options: RebuildOptions = {}): Promise<RebuildReport> {
  const begun = performance.now();
  const beside = await openBeside(engine, projection);
  try {
    const live = await liveVersion(engine.db, projection.name);
    const comparable = live?.shape === projection.shape && live.position !== null;
    const difference = comparable ? await beside.compare(live.position, options) : undefined;
    do {
      await beside.advance('caught-up', options);
      for (const table of tablesOf(projection)) await createIndexes(beside.session.db, table, beside.version.version);
    } while (!(await switchTo(engine.db, projection.name, beside.version.version)));
    for (const { version, live } of await versionsOf(engine.db, projection.name)) {
      if (!live) await dropVersion(engine.db, projection.name, version);
    }
    const { version, handled } = beside.version;
    return { readModel: projection.name, version, handled, milliseconds: performance.now() - begun, difference };
  } finally {
    await beside.session.close();
  }
}

/** A version that is being built beside the live one, by this process alone. */
export interface Beside {
  readonly session: WriterSession;
  /** As it stands now. */
  readonly version: ReadModelVersion;
  /** Builds on, to the end of the log or exactly to a position. */
  advance(until: Position | 'caught-up', options: RebuildOptions): Promise<void>;
  /** Compares with what is live, both at the position that the live version stands at; `target` is one that it has passed. */
  compare(target: Position, options: RebuildOptions): Promise<Difference | null>;
}

/**
 * Takes up a rebuild that was stopped, when the same code began it; anything else that was left half built is dropped, and it begins
 * anew. Throws RebuildRunning.
 */
export async function openBeside(engine: Engine, projection: AnyProjection): Promise<Beside> {
  const { db, pool, codeVersion } = engine;
  const { name, shape } = projection;
  const take = async ({ version }: ReadModelVersion): Promise<WriterSession> => {
    const session = await openSession(pool, name, version);
    if (session === null) throw new RebuildRunning(name);
    return session;
  };
  const versions = await versionsOf(db, name);
  const live = versions.find((version) => version.live)?.version ?? 0;
  for (const begun of versions.filter(({ version }) => version > live)) {
    const session = await take(begun);
    // Read again under the lock: the one who held it before may have gone on.
    const now = (await versionsOf(session.db, name)).find(({ version }) => version === begun.version);
    if (now?.live === false && now.shape === shape && now.codeVersion === codeVersion) return besideOn(engine, projection, session, now);
    await session.close();
    if (now?.live === false) await dropVersion(db, name, now.version);
  }
  const made = await createVersion(db, projection, codeVersion, false);
  return besideOn(engine, projection, await take(made), made);
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
    async compare(target, options) {
      await advance(target, options);
      // One snapshot holds the live rows and the position that they stand at, while its writer goes on.
      return engine.db
        .transaction()
        .setIsolationLevel('repeatable read')
        .setAccessMode('read only')
        .execute(async (snapshot) => {
          const live = await liveVersion(snapshot, projection.name);
          if (live?.position == null) throw new Error(`${projection.name} has nothing live to compare with.`);
          await advance(live.position, options);
          const sides = [
            { db: snapshot, version: live.version },
            { db: session.db, version: version.version },
          ] as const;
          return firstDifference(projection, engine.keys, ...sides);
        });
    },
  };
}
