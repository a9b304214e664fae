import type { Difference } from './compare.ts';
import type { Engine } from './engine/engine.ts';
import type { AnyProjection } from './engine/projection.ts';
import { dropVersion, liveVersion } from './engine/registry.ts';
import { type RebuildOptions, RebuildRunning, openBeside } from './beside.ts';

/** Whether a read model is what the log makes of it. */
export interface VerifyReport {
  readonly readModel: string;
  /** Events of the log that were rebuilt and compared. */
  readonly handled: number;
  /** `unlike-shape`: the live tables were made for other code, and wait for a rebuild. */
  readonly outcome: 'equal' | 'different' | 'empty' | 'unlike-shape';
  readonly difference: Difference | null;
}

/**
 * Rebuilds a read model beside the live one, compares the two row by row at one position of the log, and drops what it built.
 * Throws RebuildRunning when a rebuild is under way, or took the live one's place meanwhile.
 */
export async function verifyReadModel(engine: Engine, projection: AnyProjection, options: RebuildOptions = {}): Promise<VerifyReport> {
  const readModel = projection.name;
  const live = await liveVersion(engine.db, readModel);
  if (live?.position == null) return { readModel, handled: 0, outcome: 'empty', difference: null };
  if (live.shape !== projection.shape) return { readModel, handled: 0, outcome: 'unlike-shape', difference: null };
  const beside = await openBeside(engine, projection, { anew: true });
  try {
    const difference = await beside.compare(options);
    if (difference === undefined) throw new RebuildRunning(readModel);
    const { handled, version } = beside.version;
    await dropVersion(engine.db, readModel, version);
    return { readModel, handled, outcome: difference === null ? 'equal' : 'different', difference };
  } finally {
    await beside.session.close();
  }
}
