import type { Rates } from '@kvp/deciding';
import type { EventStore } from '@kvp/event-store';
import type { KeyRing } from '@kvp/people';
import type { Kysely } from 'kysely';
import type { Pool } from 'pg';
import type { LogReader } from './batch.ts';
import { type ReadDatabase, onPool } from './database.ts';
import type { EngineLog } from './log.ts';
import type { LineMemory } from './memory.ts';
import { migrate } from './migrations.ts';

/** Everything that the engine works with. */
export interface Engine {
  readonly store: EventStore;
  readonly pool: Pool;
  readonly db: Kysely<ReadDatabase>;
  readonly keys: KeyRing;
  readonly reader: LogReader;
  readonly rates: Rates;
  readonly log: EngineLog;
  /** Names the code that writes rows. */
  readonly codeVersion: string;
  /** What each line may keep in memory. */
  readonly memory: LineMemory;
  /** Brings the engine's own tables up to date; once, unless it failed. */
  readonly migrated: () => Promise<void>;
}

export function createEngine(parts: Omit<Engine, 'db' | 'migrated'>): Engine {
  let migrating: Promise<void> | undefined;
  const migrated = (): Promise<void> => {
    migrating ??= migrate(parts.pool).catch((error: unknown) => {
      migrating = undefined;
      throw error;
    });
    return migrating;
  };
  return { ...parts, db: onPool(parts.pool), migrated };
}
