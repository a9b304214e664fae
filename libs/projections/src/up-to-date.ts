import { setTimeout as sleep } from 'node:timers/promises';
import { onPool } from './engine/database.ts';
import { migrate } from './engine/migrations.ts';
import type { AnyProjection } from './engine/projection.ts';
import { liveVersion } from './engine/registry.ts';
import { type ProjectorOptions, createProjector } from './projector.ts';

/** A read model has stopped, so that waiting for it would never end. `message` says where, never what an event holds. */
export class ReadModelStopped extends Error {
  override readonly name = 'ReadModelStopped';
}

/** Milliseconds between two looks at how far it is. */
const LOOK = 50;

/**
 * Waits until a read model holds everything that was in the log when this was called, whoever keeps it: this process does while it waits,
 * unless another is at it already. False when the signal came first. Throws ReadModelStopped, and errors of an outage.
 */
export async function bringUpToDate(
  projection: AnyProjection,
  options: ProjectorOptions & { readonly signal?: AbortSignal; readonly onProgress?: (handled: number) => void },
): Promise<boolean> {
  const { store, pool, signal = new AbortController().signal, onProgress } = options;
  await migrate(pool);
  const head = await store.head();
  if (head === null) return true;
  const db = onPool(pool);
  const stop = new AbortController();
  const projector = createProjector({ ...options, projections: [projection] });
  const running = projector.run(AbortSignal.any([stop.signal, signal]));
  try {
    while (!signal.aborted) {
      const live = await liveVersion(db, projection.name);
      if (live?.shape === projection.shape && live.position !== null && live.position >= head) return true;
      const [line] = projector.status().lines;
      if (line?.state === 'stopped') throw new ReadModelStopped(line.reason ?? `${projection.name} has stopped.`);
      onProgress?.(line?.handled ?? 0);
      await sleep(LOOK);
    }
    return false;
  } finally {
    stop.abort();
    await running;
  }
}
