import { setTimeout as pause } from 'node:timers/promises';
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
}

export interface ReadModels {
  readonly queries: CaseReads;
  readonly probes: readonly Probe[];
}

const FIRST_TABLES_MS = 5_000;

/** The read models for this door; with `projector: inline` they are kept up to date here, until the stack is disposed of. */
export async function openReadModels(
  { projector: mode }: Pick<SystemConfig, 'projector'>,
  parts: ReadModelParts,
  stack: AsyncDisposableStack,
): Promise<ReadModels> {
  const probes = mode === 'inline' ? [projectorProbe(await runProjector(parts, stack))] : [];
  const queries = createCaseQueries({ pool: parts.pool, keys: parts.keys });
  stack.defer(() => queries.close());
  return { queries, probes };
}

async function runProjector({ store, keys, connectionString, log }: ReadModelParts, stack: AsyncDisposableStack): Promise<Projector> {
  // Each read model holds one connection for good, and borrows one for a rebuild.
  const pool = openWorkPool(connectionString, projections.length * 2 + 2, log, stack);
  const projector = createProjector({ store, pool, keys, codeVersion: VERSION, log });
  const stop = new AbortController();
  const running = projector.run(stop.signal);
  stack.defer(() => {
    stop.abort();
    return running;
  });
  await firstTables(projector);
  return projector;
}

/** Waits for the tables of a new database, so that the first reader finds them; not for ever, because the database may be away. */
async function firstTables(projector: Projector): Promise<void> {
  const until = performance.now() + FIRST_TABLES_MS;
  while (projector.status().lines.some(({ state }) => state === 'starting') && performance.now() < until) await pause(10);
}
