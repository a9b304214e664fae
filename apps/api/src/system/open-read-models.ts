import { setTimeout as pause } from 'node:timers/promises';
import type { Rates } from '@kvp/deciding';
import type { EventStore } from '@kvp/event-store';
import type { KeyRing } from '@kvp/people';
import { createCaseQueries, createProjector, type Projector, projections } from '@kvp/projections';
import type { Pool } from 'pg';
import type { Logger } from 'pino';
import type { CaseReads } from '../cases/case-reads.ts';
import type { SystemConfig } from '../config/system-config.ts';
import type { Probe } from '../ports.ts';
import { VERSION } from '../version.ts';
import { openWorkPool } from './open-database.ts';
import { projectorProbe } from './probes.ts';

export interface ReadModelParts {
  readonly store: EventStore;
  readonly keys: KeyRing;
  /** For the queries. */
  readonly pool: Pool;
  readonly connectionString: string;
  readonly log: Logger;
  readonly rates: Rates;
}

export interface ReadModels {
  readonly queries: CaseReads;
  readonly probes: readonly Probe[];
  /** Begins to follow the log, when that is done here: with much to catch up on, the doors should be open first, to say so. */
  readonly follow: () => void;
}

const FIRST_TABLES_MS = 5_000;

/** The read models for this door; with `projector: inline` they are kept up to date here, until the stack is disposed of. */
export async function openReadModels(
  { projector: mode }: Pick<SystemConfig, 'projector'>,
  parts: ReadModelParts,
  stack: AsyncDisposableStack,
): Promise<ReadModels> {
  const projector = mode === 'inline' ? await prepareProjector(parts, stack) : undefined;
  const { pool, keys, rates } = parts;
  const queries = createCaseQueries({ pool, keys, rates });
  stack.defer(() => queries.close());
  return {
    queries,
    probes: projector === undefined ? [] : [projectorProbe(projector)],
    follow: () => projector?.follow(),
  };
}

async function prepareProjector(
  { store, keys, rates, connectionString, log }: ReadModelParts,
  stack: AsyncDisposableStack,
): Promise<Pick<Projector, 'status'> & Pick<ReadModels, 'follow'>> {
  // Each read model holds one connection for good, and borrows one for a rebuild.
  const pool = openWorkPool(connectionString, projections.length * 2 + 2, log, stack);
  const projector = createProjector({ store, pool, keys, rates, codeVersion: VERSION, log });
  const stop = new AbortController();
  let running: Promise<void> | undefined;
  stack.defer(() => {
    stop.abort();
    return running;
  });
  await firstTables(projector, log);
  return { status: () => projector.status(), follow: () => void (running ??= projector.run(stop.signal)) };
}

/** Waits for the tables of a new database, so that the first reader finds them; not for ever, because the database may be away. */
async function firstTables(projector: Projector, log: Logger): Promise<void> {
  const prepared = projector.prepare().catch((error: unknown) => {
    log.warn({ error: Error.isError(error) ? error.name : 'unknown' }, 'The tables of the read models could not be made yet.');
  });
  await Promise.race([prepared, pause(FIRST_TABLES_MS, undefined, { ref: false })]);
}
