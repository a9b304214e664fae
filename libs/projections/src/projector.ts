import { type Rates, createRates, createRegisterFiles } from '@kvp/deciding';
import type { EventStore } from '@kvp/event-store';
import type { KeyRing } from '@kvp/people';
import { getHeapStatistics } from 'node:v8';
import type { Pool } from 'pg';
import { projections as catalogue } from './catalogue.ts';
import type { LogReader } from './engine/batch.ts';
import { type Engine, createEngine } from './engine/engine.ts';
import { type LineStatus, isHealthy } from './engine/line-status.ts';
import { type EngineLog, silent } from './engine/log.ts';
import { lineMemory } from './engine/memory.ts';
import type { AnyProjection } from './engine/projection.ts';
import { createVersion, liveVersion } from './engine/registry.ts';
import { LineSupervisor } from './engine/supervisor.ts';
import { createLogReader, shareOpened } from './log-reader.ts';
import { type RebuildReport, rebuildBeside } from './rebuild.ts';
import { type RebuildOptions, RebuildRunning } from './beside.ts';
import { type VerifyReport, verifyReadModel } from './verify.ts';

export interface ProjectorOptions {
  readonly store: EventStore;
  /** Of the read models. Each read model holds one connection for as long as the projector runs. */
  readonly pool: Pool;
  readonly keys: KeyRing;
  readonly codeVersion: string;
  readonly log?: EngineLog;
  /** All of the catalogue when left out. */
  readonly projections?: readonly AnyProjection[];
  readonly reader?: LogReader;
  /** Those of the store when left out. */
  readonly rates?: Rates;
}

export interface ProjectorStatus {
  /** Every read model is up to date here, or kept by another process. */
  readonly ready: boolean;
  readonly lines: readonly LineStatus[];
}

/** Keeps the read models up to date with the log. */
export interface Projector {
  /** Makes the tables that are missing, so that the first reader finds them however far behind they are. Throws when the database is away. */
  prepare(): Promise<void>;
  /** Ends when the signal aborts and everything is put down. Never throws: trouble is in `status`. */
  run(signal: AbortSignal): Promise<void>;
  status(): ProjectorStatus;
}

/** `lines`: how many follow the log at the same time. */
const engineOf = ({ store, pool, keys, codeVersion, log = silent, ...options }: ProjectorOptions, lines: number): Engine => {
  const { reader = createLogReader(keys), rates = createRates(createRegisterFiles(store, keys, () => performance.now())) } = options;
  const memory = lineMemory(getHeapStatistics().heap_size_limit, lines);
  return createEngine({ store, pool, keys, reader, rates, log, codeVersion, memory });
};

export function createProjector(options: ProjectorOptions): Projector {
  const projections = options.projections ?? catalogue;
  const own = engineOf(options, projections.length);
  const engine = { ...own, reader: shareOpened(own.reader) };
  const lines = projections.map(
    (projection) => new LineSupervisor(engine, projection, (live, ...rest) => reshape(engine, projection, live, ...rest)),
  );
  return {
    async prepare() {
      await engine.migrated();
      for (const projection of projections)
        if ((await liveVersion(engine.db, projection.name)) === undefined)
          await createVersion(engine.db, projection, engine.codeVersion, true);
    },
    async run(signal) {
      await Promise.all(lines.map((line) => line.run(signal)));
    },
    status() {
      const statuses = lines.map(({ status }) => status);
      return { ready: statuses.every(isHealthy), lines: statuses };
    },
  };
}

async function reshape(
  engine: Engine,
  projection: AnyProjection,
  insteadOf: number,
  signal: AbortSignal,
  onProgress: (handled: number) => void,
): Promise<boolean> {
  try {
    await rebuildBeside(engine, projection, { insteadOf, signal, onProgress: ({ handled }) => onProgress(handled) });
    return true;
  } catch (error) {
    if (error instanceof RebuildRunning) return false;
    throw error;
  }
}

/** There is no such read model; `known` are those that there are. */
export class UnknownReadModel extends Error {
  constructor(
    readonly readModel: string,
    readonly known: readonly string[],
  ) {
    super(`There is no read model ${readModel}. There are: ${known.join(', ')}.`);
  }
}

/** Builds one read model anew beside the live one and switches: see `rebuildBeside`. Throws UnknownReadModel. */
export async function rebuild(name: string, options: ProjectorOptions & RebuildOptions): Promise<RebuildReport> {
  const all = options.projections ?? catalogue;
  const projection = all.find((each) => each.name === name);
  if (projection === undefined)
    throw new UnknownReadModel(
      name,
      all.map((each) => each.name),
    );
  const engine = engineOf(options, 1);
  await engine.migrated();
  return rebuildBeside(engine, projection, options);
}

/** Rebuilds every read model beside the live one and compares; nothing is changed. One after the other. */
export async function verifyReadModels(options: ProjectorOptions & RebuildOptions): Promise<VerifyReport[]> {
  const engine = engineOf(options, 1);
  await engine.migrated();
  const reports: VerifyReport[] = [];
  for (const projection of options.projections ?? catalogue) reports.push(await verifyReadModel(engine, projection, options));
  return reports;
}
