import { type Beginning, type RebuildOptions, openBeside } from './beside.ts';
import type { Difference } from './compare.ts';
import type { Engine } from './engine/engine.ts';
import { type AnyProjection, tablesOf } from './engine/projection.ts';
import { dropVersion, switchTo, versionsOf } from './engine/registry.ts';
import { createIndexes } from './engine/table.ts';

export interface RebuildReport {
  readonly readModel: string;
  readonly version: number;
  /** Events of the log that the new version holds. */
  readonly handled: number;
  readonly milliseconds: number;
  /**
   * Where the new version and the old one disagree, at one position of the log. The new one is live all the same: it comes from the
   * log. Null when they are equal, undefined when they could not be compared.
   */
  readonly difference: Difference | null | undefined;
}

/**
 * Builds a new version of a read model beside the live one, compares the two, lets queries read the new one in one transaction, and
 * drops the old one. Throws RebuildRunning, RebuildStopped, LineStopped for an event that cannot be handled, and errors of an outage;
 * what is live is then untouched.
 */
export async function rebuildBeside(
  engine: Engine,
  projection: AnyProjection,
  options: RebuildOptions & Beginning = {},
): Promise<RebuildReport> {
  const begun = performance.now();
  const beside = await openBeside(engine, projection, options);
  try {
    const difference = await beside.compare(options);
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
